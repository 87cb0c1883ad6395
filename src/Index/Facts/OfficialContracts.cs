using NewsMiner.Extractor.Facts;

namespace NewsMiner.Index.Facts;

/// <summary>How the register of officials is ordered.</summary>
public enum RegisterOrder
{
    /// <summary>Named in most articles first.</summary>
    Articles,

    /// <summary>By folded name.</summary>
    Name,

    /// <summary>Named last first.</summary>
    Newest,
}

/// <summary>Where an article gives a person a post.</summary>
public sealed record PostEvidence(string FactId, string ArticleId, string Url, string Title, int Start, int End, string Sentence);

/// <summary>A post and the days on which articles give it to a person.</summary>
/// <param name="From">The first Tehran day, or null where no article has one.</param>
/// <param name="To">The last.</param>
/// <param name="Articles">How many articles, copies of a story as one.</param>
/// <param name="Current">Whether the latest article that names a post of this person names this one.</param>
/// <param name="Evidence">The latest article that says so.</param>
public sealed record HeldPost(
    string Role, string? Organisation, string? Unit, string? Place, string? PlaceKind,
    DateOnly? From, string? FromJalali, DateOnly? To, string? ToJalali, int Articles, bool Current, PostEvidence Evidence);

/// <summary>How many statements, figures and pledges carry a name as their speaker; what copies of a story share counts once.</summary>
public sealed record OfficialCounts(long Statements, long Figures, long Pledges);

/// <summary>A person of the register: all officials of one folded name.</summary>
/// <param name="Id">The folded name; any spelling of the name finds it.</param>
/// <param name="Name">The name as the latest article has it.</param>
/// <param name="Posts">The posts, latest first; three at most in a list.</param>
/// <param name="Articles">Articles that give the person a post, copies of a story as one.</param>
/// <param name="Counts">How much is told as said by that name.</param>
public sealed record RegisteredOfficial(
    string Id, string Name, IReadOnlyList<HeldPost> Posts, long Articles, OfficialCounts Counts,
    DateOnly? FirstDay, string? FirstDayJalali, DateOnly? LastDay, string? LastDayJalali);

/// <summary>Somebody who speaks in the same articles; copies of a story are one.</summary>
public sealed record CoSpeaker(string Id, string Name, long Articles, bool IsOfficial);

/// <summary>A Jalali month of a person; what copies of a story share counts once, in the month it appeared first.</summary>
public sealed record OfficialMonth(string Month, long Articles, long Statements);

/// <summary>All that the store says of one person.</summary>
/// <param name="Official">The entry of the register with all posts, by their first day.</param>
/// <param name="MayBeSeveral">Posts in different provinces overlap in time: perhaps persons of one name.</param>
public sealed record OfficialProfile(
    RegisteredOfficial Official, bool MayBeSeveral, FactPage<StoredFact<Statement>> Statements, FactPage<StoredFact<Pledge>> Pledges, long OverduePledges,
    FactPage<StoredFact<Figure>> Figures, IReadOnlyList<CoSpeaker> CoSpeakers, IReadOnlyList<OfficialMonth> Months);
