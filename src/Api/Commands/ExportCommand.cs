using System.CommandLine;
using System.Text;
using NewsMiner.Api.Exports;
using NewsMiner.Api.Hosting;

namespace NewsMiner.Api.Commands;

/// <summary><c>newsminer export KIND</c>: all rows of a kind that the filter means.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = "One of: " + string.Join(", ", Export.Kinds) + ", or pages (with --format warc): the kept pages as a web archive." };
        kind.AcceptOnlyFromAmong([.. Export.Kinds, "pages"]);
        var format = SharedOptions.Format([.. Export.Formats, "warc"]);
        var output = new Option<FileInfo?>("--output", "-o") { Description = "The file to write; standard output where it is not given." };
        var bom = new Option<bool>("--bom") { Description = "Begin with a byte order mark, so that Excel opens Persian CSV right." };
        var data = SharedOptions.Data();
        var filters = new FilterOptions();
        var command = new Command("export", "Writes articles or facts as CSV or JSON Lines.") { kind, format, output, bom, data };
        filters.AddTo(command, query: true);
        command.SetAction((parse, _) => StoreVerb.RunAsync(parse.GetValue(data)!, parse.InvocationConfiguration, async folder =>
        {
            if (!filters.TryRead(parse, out var filter)) return ExitCode.Usage;
            var file = parse.GetValue(output);
            if ((parse.GetValue(kind) == "pages") != (parse.GetValue(format) == "warc"))
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync("pages are exported with --format warc, and only they are");
                return ExitCode.Usage;
            }
            if (parse.GetValue(kind) == "pages") return await PageArchive.WriteAsync(folder, file, parse.InvocationConfiguration);
            var encoding = new UTF8Encoding(parse.GetValue(bom));
            await using var writer = file is null ? null : new StreamWriter(file.FullName, append: false, encoding);
            if (writer is null && parse.GetValue(bom)) await parse.InvocationConfiguration.Output.WriteAsync('\uFEFF');
            var written = Export.Write(writer ?? parse.InvocationConfiguration.Output, parse.GetValue(kind)!, parse.GetValue(format)!, filter, folder.Store, folder.Index);
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{written} rows");
            return written > 0 ? ExitCode.Done : ExitCode.Incomplete;
        }));
        return command;
    }
}
