using System.Globalization;
using System.Text.Json;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Api.Http;

/// <summary>Values of an address beside the filter: one of a few words, a number within bounds, a short text.</summary>
internal static class Choice
{
    /// <summary>The member a word names, whatever its case; where there is none, an error that lists them.</summary>
    public static T Read<T>(string field, string? text, T fallback, Dictionary<string, string[]> errors) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return fallback;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text.Trim(), StringComparison.OrdinalIgnoreCase)) return value;
        }
        errors[field] = [$"یکی از این‌ها: {string.Join("، ", Words<T>())} · one of {string.Join(", ", Words<T>())}"];
        return fallback;
    }

    /// <summary>A whole number in any digits within bounds, both allowed.</summary>
    public static int Number(string field, string? text, int least, int most, int fallback, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrWhiteSpace(text)) return fallback;
        if (int.TryParse(Fold.Key(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        errors[field] = [$"عددی از {Persian(least)} تا {Persian(most)} بنویسید · a whole number from {least} to {most}"];
        return fallback;
    }

    /// <summary>A text of bounded length, or null where it is blank.</summary>
    public static string? Text(string field, string? text, Dictionary<string, string[]> errors)
    {
        if (text?.Length > FilterParameters.MaxLength) errors[field] = [$"بیش از {Persian(FilterParameters.MaxLength)} نویسه است · longer than {FilterParameters.MaxLength} characters"];
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static string Persian(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '۰')));

    /// <summary>The words, in order.</summary>
    public static string[] Words<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
}
