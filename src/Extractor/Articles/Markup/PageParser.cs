using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.LinkRels;
using AngleSharp.Html.Parser;

namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>AngleSharp set up for reading: no comments, no source positions, no style sheets sought for, and only the attributes that something is read from.</summary>
internal static class PageParser
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes = Sites.Families.Concat(Family.All)
        .SelectMany(family => family.Fields.Values).SelectMany(selectors => selectors).SelectMany(selector => selector.Attributes)
        .Concat(["aria-hidden", "class", "content", "datetime", "hidden", "href", "id", "itemprop", "lang", "name", "property", "rel", "role", "src", "style", "type", "value"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly IConfiguration Configuration = AngleSharp.Configuration.Default.Without<IAttributeObserver>().WithOnly<ILinkRelationFactory>(new NoLinks());

    private static readonly HtmlParserOptions Options = new()
    {
        SkipComments = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = (ref token, name) => Attributes.Contains(name.Span),
    };

    /// <summary>The page's DOM.</summary>
    public static IHtmlDocument Parse(string markup) => new HtmlParser(Options, BrowsingContext.New(Configuration)).ParseDocument(markup);

    /// <summary>Nothing a page links to is looked at.</summary>
    private sealed class NoLinks : ILinkRelationFactory
    {
        public BaseLinkRelation? Create(IHtmlLinkElement link, string? rel) => null;
    }
}
