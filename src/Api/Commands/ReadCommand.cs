using System.CommandLine;
using System.Text.Json;
using NewsMiner.Api.Input;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer read FILE|- [--url U]</c>: a page as an article, with where each field was found.</summary>
internal static class ReadCommand
{
    /// <summary>A larger file is no page; bytes.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>How much is looked at to tell markup from other data; characters.</summary>
    private const int Sample = 4096;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The page's HTML as received, or - for standard input." };
        var url = new Option<Uri?>("--url") { Description = "The address the page came from; without it the one the page gives itself.", CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            result.AddError($"--url: '{result.Tokens[0].Value}' is not an http(s) address");
            return null;
        } };
        var explain = new Option<bool>("--explain") { Description = "Also print where each field was found and what was refused." };
        var command = new Command("read", "Reads a page as an article and prints its fields.") { file, url, explain };
        command.SetAction(parse => Run(parse.GetValue(file)!, parse.GetValue(url), parse.GetValue(explain), parse.InvocationConfiguration));
        return command;
    }

    private static int Run(string file, Uri? url, bool explain, InvocationConfiguration console)
    {
        var name = file == "-" ? "standard input" : file;
        byte[] bytes;
        try
        {
            using Stream input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            bytes = Bytes(input);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Fail(InputFile.Refusal(file, refused));
        }
        if (bytes.Length > MaxBytes) return Fail($"is larger than {MaxBytes / 1024 / 1024} MB, which no page is; give the page's HTML by itself");
        var text = PageDecoder.Decode(bytes, null).Text;
        if (string.IsNullOrWhiteSpace(text)) return Fail("is empty; give the page's HTML");
        if (IsBinary(text)) return Fail("holds no text but binary data (a picture, an archive, a compressed page?); give the page's HTML, decompressed");
        if (!text.Contains('<', StringComparison.Ordinal)) return Fail("holds no markup; for plain text use: newsminer extract FILE.txt");
        switch (ArticleReader.Read(text, url ?? (file == "-" ? new("file:///-") : new(Path.GetFullPath(file)))))
        {
            case ReadResult.Found { Article: var article }:
                console.Output.WriteLine(JsonSerializer.Serialize(explain ? article : article with { Evidence = [] }, Json.Indented));
                return ExitCode.Done;
            case ReadResult.NotAnArticle other:
                return Fail($"holds no article ({other.Kind}): {other.Reason}");
            default:
                throw new InvalidOperationException("ReadResult is closed");
        }

        int Fail(string reason)
        {
            console.Error.WriteLine($"{name}: {reason}");
            return ExitCode.Incomplete;
        }
    }

    /// <summary>The input, up to one byte more than is read.</summary>
    private static byte[] Bytes(Stream input)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; bytes.Length <= MaxBytes && (count = input.Read(buffer)) > 0;) bytes.Write(buffer, 0, count);
        return bytes.ToArray();
    }

    /// <summary>More than a tenth of its beginning is controls, or characters that no charset gave.</summary>
    private static bool IsBinary(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, Sample));
        var odd = 0;
        foreach (var c in start)
        {
            if (c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c))) odd++;
        }
        return odd * 10 > start.Length;
    }
}
