using System.Globalization;
using System.IO.Compression;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Api.Exports;

/// <summary>Writes rows as a workbook part after part, so that its size costs no memory: typed cells, links, and a sheet that tells what the rows are.</summary>
internal static class XlsxExport
{
    /// <summary>The most rows of a sheet, its heading among them; more go on in a further sheet.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>The most links a sheet may hold; further addresses stay text.</summary>
    public const int MaxLinks = 65_530;

    /// <summary>The longest address that may be a link.</summary>
    private const int MaxAddress = 2_079;

    /// <summary>Day 0 of a workbook's calendar as it counts from March 1900 on (ISO/IEC 29500-1, 18.17.4.1).</summary>
    private static readonly DateTime Epoch = new(1899, 12, 30);

    /// <summary>Writes the workbook; returns the number of rows.</summary>
    public static long Write<T>(Stream target, IReadOnlyList<ExportColumn<T>> columns, IEnumerable<T> rows, ExportRequest request, int maxRows = MaxRows)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var sheets = new List<string>();
        var told = new Told();
        using var row = rows.GetEnumerator();
        var more = row.MoveNext();
        do
        {
            sheets.Add(sheets.Count == 0 ? request.Kind : string.Create(CultureInfo.InvariantCulture, $"{request.Kind} ({sheets.Count + 1})"));
            var links = new List<(string Cell, string Target)>();
            using (var entry = zip.CreateEntry(XlsxParts.Part(sheets.Count - 1), CompressionLevel.Fastest).Open())
            using (var sheet = new XlsxSheet(entry, [.. columns.Select(Width)]))
            {
                sheet.BeginRow();
                foreach (var column in columns) sheet.Write(column.Title ?? column.Name, CellLook.Heading);
                sheet.EndRow();
                for (; more && sheet.Rows < maxRows; more = row.MoveNext())
                {
                    sheet.BeginRow();
                    foreach (var column in columns) WriteCell(sheet, column.Type, column.Value(row.Current), links, told);
                    sheet.EndRow();
                    told.Rows++;
                }
                sheet.End(filtered: true, [.. links.Select(link => link.Cell)]);
            }
            if (links.Count > 0) XlsxParts.WriteLinks(zip, sheets.Count - 1, links.Select(link => link.Target));
        }
        while (more);
        using (var entry = zip.CreateEntry(XlsxParts.Part(sheets.Count)).Open())
        using (var about = new XlsxSheet(entry, [30, 100]))
        {
            About(about, [.. columns.Select(column => (column.Title ?? column.Name, column.Name))], request, told);
        }
        sheets.Add("دربارهٔ این پرونده");
        XlsxParts.Write(zip, sheets);
        return told.Rows;
    }

    private static void WriteCell(XlsxSheet sheet, ColumnType type, object? value, List<(string, string)> links, Told told)
    {
        switch (value)
        {
            case null or "":
                sheet.Skip();
                break;
            case DateOnly day:
                sheet.WriteNumber(Serial(day.ToDateTime(TimeOnly.MinValue)), CellLook.Day);
                break;
            case PublicationTime { Instant: { } instant }:
                sheet.WriteNumber(Serial(instant.ToOffset(PublicationTime.OffsetOn(instant.ToOffset(PublicationTime.TehranOffset).DateTime)).DateTime), CellLook.Instant);
                break;
            case PublicationTime published:
                sheet.WriteNumber(Serial(published.Day.ToDateTime(TimeOnly.MinValue)), CellLook.Day);
                break;
            case string words:
                WriteText(sheet, type, words, links, told);
                break;
            case decimal number:
                sheet.WriteNumber((number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture), decimal.IsInteger(number) ? CellLook.Whole : CellLook.Plain);
                break;
            case double number:
                sheet.WriteNumber(number.ToString("R", CultureInfo.InvariantCulture), CellLook.Plain);
                break;
            case IFormattable number:
                sheet.WriteNumber(number.ToString(null, CultureInfo.InvariantCulture), CellLook.Plain);
                break;
            default:
                throw new InvalidOperationException($"a cell of {value.GetType()} has no form in a workbook");
        }
    }

    private static void WriteText(XlsxSheet sheet, ColumnType type, string words, List<(string, string)> links, Told told)
    {
        var text = XlsxText.For(words, out var cut);
        if (cut) told.Cut++;
        var isLink = type == ColumnType.Link && links.Count < MaxLinks && words.Length <= MaxAddress
            && Uri.TryCreate(words, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        sheet.Write(text, isLink ? CellLook.Link : ReferenceEquals(CsvExport.WithoutFormula(words), words) ? CellLook.Plain : CellLook.Quoted);
        if (isLink) links.Add((sheet.Last, new Uri(words).AbsoluteUri));
    }

    private static void About(XlsxSheet sheet, IReadOnlyList<(string Title, string Name)> columns, ExportRequest request, Told told)
    {
        Line("دربارهٔ این پرونده", "");
        Line("محتوا", request.Kind);
        Line("زمان برداشت", request.Snapshot.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Line("روز برداشت", PublicationTime.At(request.Snapshot).Day.Jalali());
        Line("شمار ردیف‌ها", told.Rows.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in request.Query()) Line("پالایش: " + name, value);
        if (request.CopiesFa is { } copies) Line("رونوشت‌ها", copies);
        if (told.Cut > 0) Line("خانه‌های بریده", string.Create(CultureInfo.InvariantCulture, $"{told.Cut} خانه بلندتر از {XlsxText.MaxLength} نویسه بود و بریده شد؛ CSV و JSONL متن کامل را دارند"));
        Line("نسخهٔ استخراج‌گر", ExportRequest.ExtractorVersion);
        Line("حقوق", ExportRequest.LicenceFa);
        Line("زمان‌ها", "روزها و ساعت‌ها به وقت تهران است");
        foreach (var (title, name) in columns) Line("ستون: " + title, name);
        sheet.End(filtered: false, []);

        void Line(string label, string value)
        {
            sheet.BeginRow();
            sheet.Write(label, CellLook.Heading);
            sheet.Write(XlsxText.For(value, out _), CellLook.Plain);
            sheet.EndRow();
        }
    }

    private static double Width<T>(ExportColumn<T> column) => column.Name is "sentence" or "text" or "title" or "action" ? 60 : column.Type is ColumnType.Text ? 18 : 14;

    private static string Serial(DateTime local) => (local - Epoch).TotalDays.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>What the last sheet tells.</summary>
    private sealed class Told
    {
        public long Rows { get; set; }

        public long Cut { get; set; }
    }
}
