using System.CommandLine;
using System.Text;
using System.Text.Json;
using NewsMiner.Api.Input;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Text;
using NewsMiner.Extractor.Text.Morphology;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer text …</c>: the Persian core on lines of files or standard input.</summary>
internal static class TextCommand
{
    public static Command Create() => new("text", "The Persian core on lines of text: one line or one JSON object for each.")
    {
        Verb("normalize", "Repairs letters, marks and half-spaces; a line for a line.", (line, _) => Normalizer.Normalize(line.Text).Text),
        Verb("sentences", "The sentences of each line with their spans.", (line, _) => Show(line, text =>
            text.Sentences.Select(sentence => new { start = At(text, sentence.FirstToken, sentence.EndToken).Start, end = At(text, sentence.FirstToken, sentence.EndToken).End, text = text.OriginalText(sentence.FirstToken, sentence.EndToken) }), "sentences")),
        Verb("tokens", "The words, numbers and marks of each line with their spans.", (line, _) => Show(line, text =>
            text.Tokens.Select((token, index) => new { start = At(text, index, index + 1).Start, end = At(text, index, index + 1).End, kind = token.Kind, form = token.Form, key = token.Key }), "tokens")),
        Lemmas(),
        Verb("numbers", "The numbers of each line with their spans and values; money also in rials.", (line, _) => Show(line, text => NumberOutput.All(text), "numbers")),
        Verb("dates", "The times each line names, resolved against --reference, and all its spans of time.", (line, reference) => Write(line, text =>
            new() { ["dates"] = DateOutput.All(text, line.Reference ?? reference).ToArray(), ["spans"] = TimeSpanOutput.All(text).ToArray() })),
    };

    private static Command Lemmas()
    {
        var lemmatizer = new Lemmatizer();
        return Verb("lemmas", "The lemma of each word with its span: nouns in the singular, verbs as their past stem.", (line, _) => Show(line, text =>
            text.Tokens.Select((token, index) => new { start = At(text, index, index + 1).Start, end = At(text, index, index + 1).End, form = token.Form, lemma = lemmatizer.Lemma(text.Tokens, index), stem = token.Kind == TokenKind.Word ? LightStem.Of(token.Key) : token.Key }), "lemmas"));
    }

    private static Command Verb(string name, string description, Func<TextLine, DateOnly?, string> work)
    {
        var files = new Argument<string[]>("FILE") { Description = "Text files, or - for standard input, which is read where none is given.", Arity = ArgumentArity.ZeroOrMore };
        var jsonl = new Option<bool>("--jsonl") { Description = "Each line is a JSON object with a text, and an id and a reference day if you like; so are lines of .jsonl files." };
        var reference = new Option<string?>("--reference") { Description = "The day that relative dates count from, such as 1402-05-10 or 2023-08-01." };
        var command = new Command(name, description) { files, jsonl };
        if (name == "dates") command.Add(reference);
        command.SetAction(parse =>
        {
            DateOnly? day = null;
            if (name == "dates" && parse.GetValue(reference) is { } typed)
            {
                if (!DayText.TryParse(typed, last: false, out var known))
                {
                    parse.InvocationConfiguration.Error.WriteLine($"--reference: '{typed}' is no day; write it as 1402-05-10 or 2023-08-01");
                    return ExitCode.Usage;
                }
                day = known;
            }
            return Run(parse.GetValue(files) ?? [], parse.GetValue(jsonl), line => work(line, day), parse.InvocationConfiguration);
        });
        return command;
    }

    private static int Run(string[] files, bool jsonl, Func<TextLine, string> work, InvocationConfiguration console)
    {
        var failed = false;
        foreach (var file in files.Length == 0 ? ["-"] : files)
        {
            try
            {
                using var reader = file == "-" ? Console.In : new StreamReader(file, Encoding.UTF8);
                failed |= !Lines(reader, file, jsonl || file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase), work, console);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                console.Error.WriteLine($"{file}: {InputFile.Refusal(file, refused)}");
                failed = true;
            }
        }
        return failed ? ExitCode.Incomplete : ExitCode.Done;
    }

    private static bool Lines(TextReader reader, string file, bool jsonl, Func<TextLine, string> work, InvocationConfiguration console)
    {
        var allRead = true;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var why = "";
            if ((jsonl ? TextLine.FromJson(line, out why) : new TextLine(line)) is { } read)
            {
                console.Output.Write(work(read));
                console.Output.Write('\n');
            }
            else
            {
                console.Error.WriteLine($"{file}:{number}: {why}");
                allRead = false;
            }
        }
        return allRead;
    }

    private static string Show<T>(TextLine line, Func<TokenizedText, IEnumerable<T>> items, string name) =>
        Write(line, text => new() { [name] = items(text).ToArray() });

    private static string Write(TextLine line, Func<TokenizedText, Dictionary<string, object>> lists)
    {
        var output = new Dictionary<string, object>();
        if (line.Id is { } id) output["id"] = id;
        output["text"] = line.Text;
        foreach (var (name, list) in lists(TokenizedText.Read(line.Text))) output[name] = list;
        return JsonSerializer.Serialize(output, Json.Line);
    }

    private static Extractor.TextSpan At(TokenizedText text, int first, int end) => text.OriginalSpan(first, end);
}
