using System.Collections.Frozen;
using NewsMiner.Extractor.Lexicons;
using NewsMiner.Extractor.Text;

namespace NewsMiner.Extractor.Numerals;

/// <summary>The currency an amount is written in.</summary>
public enum Currency
{
    /// <summary>ریال</summary>
    Rial,

    /// <summary>تومان, ten rials.</summary>
    Toman,

    /// <summary>دلار</summary>
    Dollar,

    /// <summary>یورو</summary>
    Euro,

    /// <summary>درهم</summary>
    Dirham,

    /// <summary>پوند</summary>
    Pound,
}

/// <summary>An amount of money as the source wrote it. News writes rials, tomans (10 rials) and hemats (10^12 tomans).</summary>
/// <param name="Amount">The amount in its own currency, all scales multiplied out.</param>
/// <param name="Currency">The currency it is written in.</param>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    private static readonly FrozenDictionary<string, (Currency Currency, decimal Factor)> Units = LanguageTable.Read("Numerals/money.tsv")
        .ToFrozenDictionary(row => Fold.Key(row[0]), row => (row.Name<Currency>(1), row.Decimal(2)), StringComparer.Ordinal);

    /// <summary>The amount in rials, or null for a currency without a fixed rate.</summary>
    public decimal? Rials => Currency switch
    {
        Currency.Rial => Amount,
        Currency.Toman => Amount * 10,
        _ => null,
    };

    /// <summary>An amount of rials.</summary>
    public static Money FromRials(decimal rials) => new(rials, Currency.Rial);

    /// <summary>An amount of tomans.</summary>
    public static Money FromTomans(decimal tomans) => new(tomans, Currency.Toman);

    /// <summary>An amount of hemats (هزار میلیارد تومان), as tomans.</summary>
    public static Money FromHemats(decimal hemats) => FromTomans(hemats * 1_000_000_000_000m);

    /// <summary>True where the word, in any spelling and with ی or not, names a currency.</summary>
    public static bool IsCurrency(string word) => Units.ContainsKey(Fold.Key(word));

    /// <summary>The amount a number and the word after it make: 3 and «همت» are 3·10^12 tomans. Null where the word names no currency.</summary>
    public static Money? From(decimal number, string unit) =>
        Units.TryGetValue(Fold.Key(unit), out var known) ? new(number * known.Factor, known.Currency) : null;

    /// <summary>The amount of a text that is one amount of money and nothing else («یک میلیون و پانصد هزار تومان»), or null.</summary>
    public static Money? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = TokenizedText.Read(text);
        return NumberReader.Find(read) is [{ FirstToken: 0, Max: null, Ordinal: false } number] && number.EndToken == read.Tokens.Count - 1
            ? From(number.Value, read.Tokens[number.EndToken].Key)
            : null;
    }
}
