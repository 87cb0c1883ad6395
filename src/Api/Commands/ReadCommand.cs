using System.CommandLine;
using System.Text.Json;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer read FILE --url U</c>: a page as an article, with where each field was found.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The page's HTML as received." };
        var url = new Option<Uri>("--url") { Description = "The address the page came from.", Required = true, CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            result.AddError($"--url: '{result.Tokens[0].Value}' is not an http(s) address");
            return null;
        } };
        var explain = new Option<bool>("--explain") { Description = "Also print where each field was found and what was refused." };
        var command = new Command("read", "Reads a page as an article and prints its fields.") { file, url, explain };
        command.SetAction(parse => Run(parse.GetValue(file)!, parse.GetValue(url)!, parse.GetValue(explain), parse.InvocationConfiguration));
        return command;
    }

    private static int Run(FileInfo file, Uri url, bool explain, InvocationConfiguration console)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file.FullName);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{file}: cannot be opened: {refused.Message}");
            return ExitCode.Incomplete;
        }
        switch (ArticleReader.Read(PageDecoder.Decode(bytes, null).Text, url))
        {
            case ReadResult.Found { Article: var article }:
                console.Output.WriteLine(JsonSerializer.Serialize(explain ? article : article with { Evidence = [] }, Json.Indented));
                return ExitCode.Done;
            case ReadResult.NotAnArticle other:
                console.Error.WriteLine($"{file}: holds no article ({other.Kind}): {other.Reason}");
                return ExitCode.Incomplete;
            default:
                throw new InvalidOperationException("ReadResult is closed");
        }
    }
}
