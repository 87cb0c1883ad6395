using NewsMiner.Extractor.Lexicons;
using NewsMiner.LexiconBuilder;

namespace NewsMiner.Evaluation.Text;

/// <summary>The embedded word table is what <c>dotnet run --project tools/LexiconBuilder ../shared/data src/Extractor/Lexicons</c> makes.</summary>
public sealed class LexiconIsCurrent
{
    [FactWithShared("data/hazm-lexicon")]
    public void WordTableIsWhatTheBuilderMakes()
    {
        using var embedded = new MemoryStream();
        using var resource = typeof(WordTable).Assembly.GetManifestResourceStream("Lexicons/words.bin")!;
        resource.CopyTo(embedded);
        var folder = SharedFiles.Path("data");
        var built = WordTable.Write([.. new WordTableSource(folder, [.. VerbStemTable.Stems(folder)]).Entries()]);
        Assert.True(embedded.ToArray().AsSpan().SequenceEqual(built), "run tools/LexiconBuilder again: its sources or rules changed");
    }
}
