using NewsMiner.Extractor.Mentions;

namespace NewsMiner.Extractor.Facts;

/// <summary>
/// The share of officials and statements of each rule that were right: on development gold, on articles with invented names, and on
/// news checked by hand, with the weight of twenty more facts of which nine in ten are right, for rules know the gold they were written on.
/// </summary>
internal static class PersonConfidence
{
    /// <summary>The confidence of an official with this post, 0 to 1, by how name and post were joined and whether the text says the place.</summary>
    public static double Of(Person person, PostMention post)
    {
        var joined = person.Rule switch
        {
            "official: name, post" or "official: post, name" or "official: name as post" => 0.95,
            "official: name before, post later" or "official: post before, name later" => 0.94,
            "official: name, post elsewhere" or "official: family name, post" or "official: names, shared posts" => 0.92,
            _ => 0.88,
        };
        if (post.Place is null && post.PlaceKind != "country") joined -= 0.3;
        if (!post.IsKnownBody) joined -= 0.05;
        return Math.Round(person.Mention.IsFull ? joined : joined - 0.04, 2);
    }

    /// <summary>The confidence of what is attributed, 0 to 1: to an official, to somebody named, to a post, or to nobody.</summary>
    public static double Of(Attribution attribution, Person? speaker, bool isPost)
    {
        var said = attribution.Rule switch
        {
            "statement: verb" or "statement: به گفته" or "statement: خبر داد" => 0.96,
            "statement: post or name, colon" => 0.94,
            _ => 0.92,
        };
        return Math.Round(speaker?.Post is not null ? said : speaker is not null ? said - 0.06 : isPost ? said - 0.44 : said - 0.16, 2);
    }
}
