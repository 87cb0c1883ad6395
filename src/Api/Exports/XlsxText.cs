using System.Globalization;
using System.Text;

namespace NewsMiner.Api.Exports;

/// <summary>Text as a cell of a workbook can hold it (ISO/IEC 29500-1, 22.9.2.19 ST_Xstring; 18.3.1.53).</summary>
internal static class XlsxText
{
    /// <summary>The most characters of a cell.</summary>
    public const int MaxLength = 32_767;

    /// <summary>What a text that was cut ends with.</summary>
    public const string CutMark = " …[بریده شد؛ متن کامل در CSV و JSONL]";

    /// <summary>The text with what XML cannot hold written as <c>_xHHHH_</c>; cut where it is longer than a cell.</summary>
    public static string For(string text, out bool cut)
    {
        var escaped = Escape(text);
        cut = escaped.Length > MaxLength;
        if (!cut) return escaped;
        var end = MaxLength - CutMark.Length;
        if (char.IsHighSurrogate(escaped[end - 1])) end--;
        return escaped[..end] + CutMark;
    }

    private static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var bad = (c < ' ' && c is not ('\t' or '\n')) || c is '\uFFFE' or '\uFFFF' || (char.IsSurrogate(c) && !pair) || IsEscape(text, i);
            if (bad) (escaped ??= new(text, 0, i, text.Length + 16)).Append("_x").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
            else escaped?.Append(c);
            if (!pair) continue;
            escaped?.Append(text[i + 1]);
            i++;
        }
        return escaped?.ToString() ?? text;
    }

    /// <summary>Whether the text itself has what would be read as an escape.</summary>
    private static bool IsEscape(string text, int at) =>
        text[at] == '_' && at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_' && ulong.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}
