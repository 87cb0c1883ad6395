using System.Buffers;

namespace NewsMiner.Extractor.Text;

/// <summary>Which brackets and straight quotes of a text stand in pairs on their line.</summary>
internal readonly struct MarkPairs : IDisposable
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("()[]{}«»\"");
    private readonly byte[]? roles;

    public MarkPairs(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks)) return;
        roles = ArrayPool<byte>.Shared.Rent(text.Length);
        roles.AsSpan(0, text.Length).Clear();
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n')
            {
                open.Clear();
            }
            else if (c == '"')
            {
                if (open.TryPeek(out var quote) && text[quote] == '"') (roles[open.Pop()], roles[at]) = (1, 2);
                else open.Push(at);
            }
            else if (c is '(' or '[' or '{' or '«')
            {
                open.Push(at);
            }
            else if ((c is ')' or ']' or '}' or '»') && open.Count > 0)
            {
                if (text[open.Peek()] == OpeningOf(c)) (roles[open.Pop()], roles[at]) = (1, 2);
                else open.Clear();
            }
        }
    }

    public bool Opens(int position) => roles is not null && roles[position] == 1;

    public bool Closes(int position) => roles is not null && roles[position] == 2;

    public void Dispose()
    {
        if (roles is not null) ArrayPool<byte>.Shared.Return(roles);
    }

    private static char OpeningOf(char closing) => closing switch { ')' => '(', ']' => '[', '}' => '{', _ => '«' };
}
