using System.Globalization;
using System.Text.Json;
using NewsMiner.Extractor.Dates;
using NewsMiner.Extractor.Numerals;
using NewsMiner.Extractor.Text;
using Xunit.Abstractions;

namespace NewsMiner.Evaluation.Numbers;

/// <summary>Runs the rows of other tools' published tables; each passes or is declined with a reason.</summary>
public sealed class PublishedTables(ITestOutputHelper output)
{
    [FactWithShared("tables/persian-tools.jsonl")]
    public void PersianTools() => Run("persian-tools");

    [FactWithShared("tables/dntpersianutils.jsonl")]
    public void DntPersianUtils() => Run("dntpersianutils");

    [FactWithShared("tables/numbers_dates.jsonl")]
    public void NumbersAndDates() => Run("numbers_dates");

    private void Run(string table)
    {
        var (passed, declined, failed) = (0, 0, new List<string>());
        foreach (var row in PublishedRow.Read(table))
        {
            var answer = Answer(row);
            if (answer is not null && Agrees(row, answer))
            {
                passed++;
            }
            else if (DeclinedClasses.Why(table, row.Call, row.Shown) is { } why)
            {
                declined++;
                output.WriteLine($"declined {table}:{row.Line} {row.Call}({row.Shown}): {why}");
            }
            else
            {
                failed.Add($"{table}:{row.Line} {row.Call}({row.Shown}) {row.Operator} {row.Expected} but is {answer ?? "no call of ours"}");
            }
        }
        output.WriteLine($"{table}: {passed} passed, {declined} declined, {failed.Count} failed");
        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Baseline.Hold("numbers", $"{table} rows", (double)passed / (passed + failed.Count));
    }

    // «!= "-3000"» asks for a number, which ours is, instead of its text.
    private static bool Agrees(PublishedRow row, string answer) => row.Operator == "==" ? answer == Expected(row) : row.Expected.ValueKind == JsonValueKind.String || answer != Expected(row);

    /// <summary>What we answer to the call, as comparable text; null where we have no such call.</summary>
    private static string? Answer(PublishedRow row) => row.Call switch
    {
        "parseNumber" => Show(DigitNumber.Parse(row.Text)),
        "parseNumeral" or "wordsToNumber" or "ordinal" => Show(NumberReader.Parse(row.Text ?? "") ?? 0),
        "numberToWords" => Words(row),
        "removeOrdinalSuffix" when row.Text is { } text => NumberReader.Parse(text) is { } value ? Fold.Key(NumberWords.Write(value)) : null,
        "addOrdinalSuffix" when row.Text is { } text => NumberReader.Parse(text) is { } value ? Fold.Key(NumberWords.WriteOrdinal((long)value)) : null,
        "moneyWordsToNumber" or "rialsWordsToNumber" or "tomansWordsToNumber" or "currencyToman" => Amount(row),
        "jalaliToGregorian" => Moment(row.Text!),
        "jalaliWeekday(0=Sunday)" => Show((int)Jalali(row.Args[0]).ToGregorian().DayOfWeek),
        _ => null,
    };

    private static string? Words(PublishedRow row)
    {
        var number = row.Args[0].ValueKind == JsonValueKind.Number ? row.Args[0].GetDecimal() : DigitNumber.Parse(row.Text);
        if (number is not { } value) return null;
        return Fold.Key(row.Option("ordinal") == "True" ? NumberWords.WriteOrdinal((long)value) : NumberWords.Write(value));
    }

    private static string? Amount(PublishedRow row)
    {
        var rials = row.Call == "rialsWordsToNumber";
        if (Money.Parse(row.Text ?? "") is not { } money) return Show(0);
        return row.Option("to") switch
        {
            "rial" => Show(money.Rials),
            "toman" => Show(money.Rials / 10),
            _ => Show(rials ? money.Rials : money.Amount),
        };
    }

    private static string? Moment(string text)
    {
        var read = TokenizedText.Read(text);
        var found = DateReader.Find(read, null);
        var day = found.FirstOrDefault(date => date.From is not null)?.From;
        var time = found.FirstOrDefault(date => date.Time is not null)?.Time;
        return day?.ToDateTime(time ?? TimeOnly.MinValue).ToString("s", CultureInfo.InvariantCulture);
    }

    private static JalaliDate Jalali(JsonElement parts) => new(parts[0].GetInt32(), parts[1].GetInt32(), parts[2].GetInt32());

    private static string Expected(PublishedRow row) => row.Expected.ValueKind switch
    {
        JsonValueKind.Number => Show(row.Expected.GetDecimal()),
        JsonValueKind.Null => Show(null),
        JsonValueKind.String when row.Call == "wordsToNumber" => Show(row.Expected.GetString() is { Length: > 0 } digits ? DigitNumber.Parse(digits) : 0),
        JsonValueKind.String when row.Call == "jalaliToGregorian" => row.Expected.GetString()!,
        JsonValueKind.String => Fold.Key(row.Expected.GetString()!),
        _ => row.Expected.GetRawText(),
    };

    private static string Show(decimal? value) => value?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "none";
}
