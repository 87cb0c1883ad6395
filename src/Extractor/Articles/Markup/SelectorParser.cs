namespace NewsMiner.Extractor.Articles.Markup;

/// <summary>Reads the selectors of the tables.</summary>
internal sealed class SelectorParser(string text)
{
    private int at;

    /// <summary>The compounds up to a comma or the end.</summary>
    public List<MarkupSelector.Step> Complex()
    {
        var steps = new List<MarkupSelector.Step>();
        while (true)
        {
            SkipSpace();
            var isChild = Take('>');
            SkipSpace();
            steps.Add(Compound(isChild));
            SkipSpace();
            if (at == text.Length || text[at] == ',') return steps;
        }
    }

    /// <summary>Whether another alternative follows.</summary>
    public bool Comma() => Take(',');

    private MarkupSelector.Step Compound(bool isChild)
    {
        var start = at;
        var tag = Take('*') || !IsNameCharacter() ? null : Name();
        var (id, firstChild) = ((string?)null, false);
        var (classes, attributes) = (new List<string>(), new List<MarkupSelector.AttributeTest>());
        while (at < text.Length)
        {
            if (Take('.')) classes.Add(Name());
            else if (Take('#')) id = Name();
            else if (Take('[')) attributes.Add(Attribute());
            else if (Take(':')) firstChild = Name() == "first-child" ? true : throw Bad("only :first-child is understood");
            else break;
        }
        return at > start ? new(tag, id, classes, attributes, firstChild, isChild) : throw Bad("a tag, class, id or attribute is expected");
    }

    private MarkupSelector.AttributeTest Attribute()
    {
        var start = at;
        while (at < text.Length && text[at] is not (']' or '=' or '~' or '^' or '$' or '*')) at++;
        var name = text[start..at];
        if (Take(']')) return new(name, '\0', "");
        var how = at < text.Length ? text[at] : '\0';
        at += how == '=' ? 1 : 2;
        var end = text.IndexOf(']', Math.Min(at, text.Length));
        if (end < 0) throw Bad("']' is missing");
        var value = text[at..end].Trim('\'', '"');
        at = end + 1;
        return new(name, how, value);
    }

    private string Name()
    {
        var start = at;
        while (IsNameCharacter()) at++;
        return at > start ? text[start..at] : throw Bad("a name is expected");
    }

    private bool IsNameCharacter() => at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_');

    private bool Take(char c)
    {
        if (at >= text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    private void SkipSpace()
    {
        while (at < text.Length && text[at] == ' ') at++;
    }

    private FormatException Bad(string why) => new($"selector '{text}', position {at + 1}: {why}");
}
