using System.CommandLine;
using System.Text;
using System.Text.Json;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer text …</c>: the Persian core on lines of files or standard input.</summary>
internal static class TextCommand
{
    public static Command Create() => new("text", "The Persian core on lines of text: one line or one JSON object for each.")
    {
        Verb("normalize", "Repairs letters, marks and half-spaces; a line for a line.", (line, _) => Normalizer.Normalize(line).Text),
        Verb("sentences", "The sentences of each line with their spans.", (line, _) => Show(line, text =>
            text.Sentences.Select(sentence => new { start = At(text, sentence.FirstToken, sentence.EndToken).Start, end = At(text, sentence.FirstToken, sentence.EndToken).End, text = text.OriginalText(sentence.FirstToken, sentence.EndToken) }), "sentences")),
        Verb("tokens", "The words, numbers and marks of each line with their spans.", (line, _) => Show(line, text =>
            text.Tokens.Select((token, index) => new { start = At(text, index, index + 1).Start, end = At(text, index, index + 1).End, kind = token.Kind, form = token.Form, key = token.Key }), "tokens")),
        Verb("numbers", "The numbers of each line with their values.", (line, _) => Show(line, text =>
            NumberReader.Find(text).Select(number => new { start = At(text, number.FirstToken, number.EndToken).Start, end = At(text, number.FirstToken, number.EndToken).End, text = text.OriginalText(number.FirstToken, number.EndToken), value = number.Value, max = number.Max, ordinal = number.Ordinal, rule = number.Rule }), "numbers")),
        Verb("dates", "The times each line names, resolved against --reference.", (line, reference) => Show(line, text =>
            DateReader.Find(text, reference).Select(date => new { start = At(text, date.FirstToken, date.EndToken).Start, end = At(text, date.FirstToken, date.EndToken).End, text = text.OriginalText(date.FirstToken, date.EndToken), from = date.From, to = date.To, fromJalali = Jalali(date.From), toJalali = Jalali(date.To), precision = date.Precision, rule = date.Rule }), "dates")),
    };

    private static Command Verb(string name, string description, Func<string, DateOnly?, string> work)
    {
        var files = new Argument<string[]>("FILE") { Description = "Text files; standard input where none is given.", Arity = ArgumentArity.ZeroOrMore };
        var reference = new Option<DateOnly?>("--reference") { Description = "The day that relative dates count from, such as 2024-05-12." };
        var command = new Command(name, description) { files };
        if (name == "dates") command.Add(reference);
        command.SetAction(parse => Run(parse.GetValue(files) ?? [], line => work(line, name == "dates" ? parse.GetValue(reference) : null), parse.InvocationConfiguration));
        return command;
    }

    private static int Run(string[] files, Func<string, string> work, InvocationConfiguration console)
    {
        var failed = false;
        if (files.Length == 0) Lines(Console.In, work, console.Output);
        foreach (var file in files)
        {
            try
            {
                using var reader = file == "-" ? Console.In : new StreamReader(file, Encoding.UTF8);
                Lines(reader, work, console.Output);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                console.Error.WriteLine($"{file}: cannot be opened: {refused.Message}");
                failed = true;
            }
        }
        return failed ? ExitCode.Incomplete : ExitCode.Done;
    }

    private static void Lines(TextReader reader, Func<string, string> work, TextWriter output)
    {
        while (reader.ReadLine() is { } line)
        {
            output.Write(work(line));
            output.Write('\n');
        }
    }

    private static string Show<T>(string line, Func<TokenizedText, IEnumerable<T>> items, string name) =>
        JsonSerializer.Serialize(new Dictionary<string, object> { ["text"] = line, [name] = items(TokenizedText.Read(line)).ToArray() }, Json.Line);

    private static Extractor.TextSpan At(TokenizedText text, int first, int end) => text.OriginalSpan(first, end);

    private static string? Jalali(DateOnly? day) => day is { } known ? JalaliDate.From(known).ToString() : null;
}
