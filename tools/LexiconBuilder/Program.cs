using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text.Morphology;
using NewsMiner.LexiconBuilder;

// Trains the kinds of statements: LexiconBuilder kinds GOLD_FOLDER TARGET_FILE
if (args is ["kinds", var gold, var target] && Directory.Exists(gold))
{
    StatementKindModel.Train(gold, target);
    return 0;
}
// Trains the topics of articles: LexiconBuilder topics GOLD_FOLDER LABEL_FILE TARGET_FILE
if (args is ["topics", var labelled, var labels, var weights] && Directory.Exists(labelled) && File.Exists(labels))
{
    TopicTraining.Train(labelled, labels, weights);
    return 0;
}
// Counts how often facts of each class are right: LexiconBuilder confidence TARGET_FILE GOLD_FOLDER…
if (args is ["confidence", var shares, .. { Length: > 0 } folders] && Array.TrueForAll(folders, Directory.Exists))
{
    ConfidenceTable.Write(shares, folders);
    return 0;
}
// Counts words and pairs of words in sources too large to be kept: LexiconBuilder counts SOURCE_FOLDER DATA_FOLDER TARGET_FOLDER
if (args is ["counts", var sources, var lists, var counts] && Directory.Exists(sources) && Directory.Exists(lists) && Directory.Exists(counts))
{
    CountsFiles.Write(sources, lists, counts);
    return 0;
}
// Compiles the tables of names and places from public data: LexiconBuilder DATA_FOLDER TARGET_FOLDER
if (args.Length != 2 || !Directory.Exists(args[0]) || !Directory.Exists(args[1]))
{
    Console.Error.WriteLine("usage: LexiconBuilder DATA_FOLDER TARGET_FOLDER | LexiconBuilder kinds GOLD_FOLDER TARGET_FILE | LexiconBuilder topics GOLD_FOLDER LABEL_FILE TARGET_FILE | LexiconBuilder confidence TARGET_FILE GOLD_FOLDER… | LexiconBuilder counts SOURCE_FOLDER DATA_FOLDER TARGET_FOLDER; NOTICE says where the data comes from");
    return 2;
}
Tables.Write(Path.Combine(args[1], "places.tsv"), PlaceTable.Rows(Path.Combine(args[0], "iran-divisions-mit")), "Provinces, counties and cities of Iran, made by tools/LexiconBuilder.", "name\tkind\tprovince");
Tables.Write(Path.Combine(args[1], "given-names.tsv"), GivenNameTable.Rows(Path.Combine(args[0], "persian-given-names")), "Given names, made by tools/LexiconBuilder.", "name\tsure: borne by many; possible: may be another word");
Tables.Write(Path.Combine(args[1], "common-words.tsv"), CommonWordTable.Rows(args[0]), "Frequent words that are no family names, made by tools/LexiconBuilder.", "word");
var text = Path.Combine(args[1], "..", "Text", "Morphology", "verb-stems.tsv");
VerbStem[] verbs = [.. VerbStemTable.Stems(args[0])];
Tables.Write(text, verbs.Select(VerbStemTable.Row), "Verbs, made by tools/LexiconBuilder.", "prefix\tpast stem\tpresent stem\trare: not of today's news");
var words = new WordTableSource(args[0], verbs).Entries().ToArray();
File.WriteAllBytes(Path.Combine(args[1], "words.bin"), WordTable.Write(words));
Console.WriteLine($"{Path.Combine(args[1], "words.bin")}: {words.Length} words");

Tables.Write(Path.Combine(args[1], "..", "Text", "Morphology", "plurals.tsv"), PluralTable.Rows(args[0]), "Plurals listed as words with their singular, made by tools/LexiconBuilder.", "plural\tsingular");
Tables.Write(Path.Combine(args[1], "..", "Text", "Morphology", "base-words.tsv"), BaseWordTable.Rows(args[0]), "Words that lose no ending, made by tools/LexiconBuilder.", "word");
Tables.Write(Path.Combine(args[1], "..", "..", "Index", "Analysis", "compounds.tsv"), CompoundTable.Rows(args[0]), "Words of several parts, made by tools/LexiconBuilder.", "parts");
return 0;
