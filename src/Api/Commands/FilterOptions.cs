using System.CommandLine;
using NewsMiner.Api.Http;
using NewsMiner.Index;

namespace NewsMiner.Api.Commands;

/// <summary>The filter words of the API as options: <c>--province</c>, <c>--from</c> …</summary>
internal sealed class FilterOptions
{
    private readonly Option<string> query = new("--q") { Description = "Words of the search language." };
    private readonly Option<string> outlet = new("--outlet") { Description = "The outlet's name." };
    private readonly Option<string> province = new("--province") { Description = "The province." };
    private readonly Option<string> place = new("--place") { Description = "A county or city." };
    private readonly Option<string> topic = new("--topic") { Description = "A topic's id." };
    private readonly Option<string> official = new("--official") { Description = "An official's name." };
    private readonly Option<string> speaker = new("--speaker") { Description = "A speaker's name." };
    private readonly Option<string> kind = new("--kind") { Description = "The kind of a fact." };
    private readonly Option<string> from = new("--from") { Description = "The first day: 1402, 1402-05, 1402-05-10 or 2023-08-01." };
    private readonly Option<string> to = new("--to") { Description = "The last day, inclusive." };

    /// <summary>Adds the options to a verb; the query only where the verb takes none as an argument.</summary>
    public void AddTo(Command command, bool query)
    {
        if (query) command.Add(this.query);
        foreach (var option in new[] { outlet, province, place, topic, official, speaker, kind, from, to }) command.Add(option);
    }

    /// <summary>The filter, or false after the errors were written.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="kinds">The values <c>--kind</c> may have; all of them where it is not given.</param>
    public bool TryRead(ParseResult parse, out ArticleFilter filter, IReadOnlyList<string>? kinds = null)
    {
        var parameters = new FilterParameters
        {
            Query = parse.GetValue(query), Outlet = parse.GetValue(outlet), Province = parse.GetValue(province), Place = parse.GetValue(place),
            Topic = parse.GetValue(topic), Official = parse.GetValue(official), Speaker = parse.GetValue(speaker), Kind = parse.GetValue(kind),
            From = parse.GetValue(from), To = parse.GetValue(to),
        };
        if (parameters.TryRead(out filter, out var errors, kinds)) return true;
        foreach (var (field, messages) in errors) parse.InvocationConfiguration.Error.WriteLine($"--{field}: {messages[0]}");
        return false;
    }
}
