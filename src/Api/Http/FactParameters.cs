using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using NewsMiner.Index.Facts;

namespace NewsMiner.Api.Http;

/// <summary>What lists and exports of facts can be narrowed by beside the filter words.</summary>
internal sealed class FactParameters
{
    [FromQuery(Name = "verdict"), Description("By what people ruled: accepted (default; all but wrong), any, right, wrong, none.")] public string? Verdict { get; init; }

    [FromQuery(Name = "fold"), Description("Whether a fact that copies of one story share is one, as the first publisher has it (true or false). Lists and boards fold by default; exports give all copies, each with its story.")] public bool? Fold { get; init; }

    /// <summary>The selection of a filter, or what is wrong by field.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="fold">What is meant where <see cref="Fold"/> is not given.</param>
    /// <param name="errors">By field.</param>
    public FactSelection Read(Index.ArticleFilter filter, bool fold, Dictionary<string, string[]> errors) =>
        new() { Filter = filter, FoldCopies = Fold ?? fold, Verdict = Words.Read<VerdictFilter>("verdict", Verdict, default, errors) };

    /// <summary>The words given, for where they mean nothing.</summary>
    public IEnumerable<string> Given() => new[] { ("verdict", Verdict is not null), ("fold", Fold is not null) }.Where(word => word.Item2).Select(word => word.Item1);
}

/// <summary>What pledges can be narrowed by.</summary>
internal sealed class PledgeParameters
{
    [FromQuery(Name = "status"), Description("How it stands to today in Tehran: overdue, soon (within 30 days), later, undated.")] public string? Status { get; init; }

    [FromQuery(Name = "dueFrom"), Description("The first due day.")] public string? DueFrom { get; init; }

    [FromQuery(Name = "dueTo"), Description("The last due day, inclusive.")] public string? DueTo { get; init; }

    /// <summary>The selection narrowed by these, or what is wrong by field.</summary>
    public FactSelection Read(FactSelection selection, DateOnly today, Dictionary<string, string[]> errors)
    {
        selection = selection with
        {
            DueFrom = FilterParameters.Day("dueFrom", DueFrom, last: false, errors),
            DueTo = FilterParameters.Day("dueTo", DueTo, last: true, errors),
        };
        var status = Words.Read("status", Status, DueStatus.Overdue, errors);
        return string.IsNullOrWhiteSpace(Status) ? selection : PledgeBoard.Narrow(selection, status, today);
    }

    /// <summary>The words given, for where they mean nothing.</summary>
    public IEnumerable<string> Given() => new[] { ("status", Status), ("dueFrom", DueFrom), ("dueTo", DueTo) }.Where(word => word.Item2 is not null).Select(word => word.Item1);
}

/// <summary>Reads values that are one of a few words.</summary>
internal static class Words
{
    /// <summary>The value, the default where there is none, or an error that lists the words.</summary>
    public static T Read<T>(string field, string? text, T missing, Dictionary<string, string[]> errors) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return missing;
        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+') && !text.Contains(',', StringComparison.Ordinal) && Enum.TryParse<T>(text, ignoreCase: true, out var value)) return value;
        var words = Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]).ToArray();
        errors[field] = [$"یکی از این‌ها: {string.Join("، ", words)} · one of {string.Join(", ", words)}"];
        return missing;
    }
}
