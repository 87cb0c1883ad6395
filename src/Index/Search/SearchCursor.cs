using System.Globalization;

namespace NewsMiner.Index.Search;

/// <summary>Where a page of a list ended: the sort value and the number of its last row. Stable while rows are added before it.</summary>
internal sealed record SearchCursor(double Value, long Number)
{
    public override string ToString() => Convert.ToHexStringLower(BitConverter.GetBytes(Value)) + Number.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>Reads a cursor; none is fine, a foreign one is not.</summary>
    public static bool TryRead(string? text, out SearchCursor? cursor)
    {
        cursor = null;
        if (text is null) return true;
        if (text.Length < 17 || !long.TryParse(text.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return false;
        if (!ulong.TryParse(text.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)) return false;
        cursor = new(BitConverter.ToDouble(Convert.FromHexString(text[..16])), number);
        return !double.IsNaN(cursor.Value);
    }
}
