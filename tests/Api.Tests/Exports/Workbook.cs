using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace NewsMiner.Api.Tests.Exports;

/// <summary>A cell as a workbook holds it: its type, its look's number and its text or digits.</summary>
internal sealed record WorkbookCell(string Type, int Look, string Value);

/// <summary>A second reader of workbooks: zip and XML alone, by the standard and not by what wrote them.</summary>
internal sealed class Workbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Workbook(Dictionary<string, XDocument> parts)
    {
        Parts = parts;
        var targets = parts["xl/_rels/workbook.xml.rels"].Root!.Elements().ToDictionary(relation => (string)relation.Attribute("Id")!, relation => "xl/" + (string)relation.Attribute("Target")!);
        Sheets = [.. parts["xl/workbook.xml"].Root!.Descendants(Main + "sheet").Select(sheet => ((string)sheet.Attribute("name")!, targets[(string)sheet.Attribute(Office + "id")!]))];
    }

    public IReadOnlyDictionary<string, XDocument> Parts { get; }

    public IReadOnlyList<(string Name, string Part)> Sheets { get; }

    public static Workbook Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return new(zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        }));
    }

    /// <summary>The rows of a sheet, each by column number.</summary>
    public List<Dictionary<int, WorkbookCell>> Rows(int sheet) =>
        [.. Parts[Sheets[sheet].Part].Descendants(Main + "row").Select(row => row.Elements(Main + "c").ToDictionary(cell => Column((string)cell.Attribute("r")!), Cell))];

    /// <summary>Where the links of a sheet lead, by cell.</summary>
    public Dictionary<string, string> Links(int sheet)
    {
        var part = Sheets[sheet].Part.Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels";
        var targets = Parts[part].Root!.Elements().ToDictionary(relation => (string)relation.Attribute("Id")!, relation => (string)relation.Attribute("Target")!);
        return Parts[Sheets[sheet].Part].Descendants(Main + "hyperlink").ToDictionary(link => (string)link.Attribute("ref")!, link => targets[(string)link.Attribute(Office + "id")!]);
    }

    public bool IsRightToLeft(int sheet) => Parts[Sheets[sheet].Part].Descendants(Main + "sheetView").All(view => (string?)view.Attribute("rightToLeft") is "1" or "true");

    public bool HasFormula => Parts.Values.Any(part => part.Descendants(Main + "f").Any());

    private static WorkbookCell Cell(XElement cell)
    {
        var type = (string?)cell.Attribute("t") ?? "n";
        var value = type == "inlineStr" ? string.Concat(cell.Descendants(Main + "t").Select(text => text.Value)) : (string)cell.Element(Main + "v")!;
        return new(type, int.Parse((string?)cell.Attribute("s") ?? "0", CultureInfo.InvariantCulture), value);
    }

    private static int Column(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1) - 1;
}
