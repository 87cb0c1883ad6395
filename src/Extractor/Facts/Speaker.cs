using NewsMiner.Extractor.Mentions;

namespace NewsMiner.Extractor.Facts;

/// <summary>Whom a statement is attributed to: a person, a post whose holder may be named later, or somebody the text does not name.</summary>
internal sealed class Speaker
{
    /// <summary>«یکی از اهالی», «سازمان هواشناسی»: a source, but no official.</summary>
    public static readonly Speaker Unnamed = new(null, null, null);

    private Speaker(Person? person, PostMention? post, string? postText)
    {
        Person = person;
        Post = post;
        PostText = postText;
    }

    public Person? Person { get; set; }

    public PostMention? Post { get; }

    /// <summary>The post as the text writes it.</summary>
    public string? PostText { get; }

    /// <summary>The official's name, the post where no name is ever given, or null.</summary>
    public string? Name => Person?.Name ?? PostText;

    public static Speaker Of(Person person) => new(person, person.Post, null);

    public static Speaker Of(PostMention post, string words) => new(null, post, words);
}
