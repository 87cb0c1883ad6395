using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace NewsMiner.Api.Exports;

/// <summary>The small parts of a workbook around its sheets (ISO/IEC 29500-2: Open Packaging Conventions).</summary>
internal static class XlsxParts
{
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Writes workbook, styles, relationships and content types for sheets of these names.</summary>
    public static void Write(ZipArchive zip, IReadOnlyList<string> sheets)
    {
        var workbook = new Workbook(
            new BookViews(new WorkbookView { FirstSheet = 0, ActiveTab = 0 }),
            new Sheets(sheets.Select((name, i) => new Sheet { Name = name, SheetId = (uint)i + 1, Id = Id(i) })));
        Save(zip, "xl/workbook.xml", workbook);
        Save(zip, "xl/styles.xml", Styles());
        Save(zip, "xl/_rels/workbook.xml.rels", Relations(sheets.Select((_, i) => (Id(i), Office + "/worksheet", Part(i)[3..], External: false)).Append(("rIdStyles", Office + "/styles", "styles.xml", External: false))));
        Save(zip, "_rels/.rels", Relations([("rId1", Office + "/officeDocument", "xl/workbook.xml", External: false)]));
        XNamespace types = Types;
        Save(zip, "[Content_Types].xml", new XElement(types + "Types",
            new XElement(types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            Override("/xl/workbook.xml", "sheet.main+xml"), Override("/xl/styles.xml", "styles+xml"), sheets.Select((_, i) => Override("/" + Part(i), "worksheet+xml"))));

        XElement Override(string part, string type) => new(types + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", Spreadsheet + type));
    }

    /// <summary>Writes where the links of a sheet lead.</summary>
    public static void WriteLinks(ZipArchive zip, int sheet, IEnumerable<string> targets) => Save(zip, Part(sheet).Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels",
        Relations(targets.Select((target, i) => (Id(i), Office + "/hyperlink", target, External: true))));

    /// <summary>The path of a sheet, counted from 0.</summary>
    public static string Part(int sheet) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheet + 1}.xml");

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");

    private static XStreamingElement Relations(IEnumerable<(string Id, string Type, string Target, bool External)> relations)
    {
        XNamespace space = Relationships;
        return new(space + "Relationships", relations.Select(relation => new XElement(space + "Relationship",
            new XAttribute("Id", relation.Id), new XAttribute("Type", relation.Type), new XAttribute("Target", relation.Target),
            relation.External ? new XAttribute("TargetMode", "External") : null)));
    }

    /// <summary>The looks in the order of <see cref="CellLook"/>.</summary>
    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd hh:mm" }),
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Tahoma" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Tahoma" }),
            new Font(new Underline(), new FontSize { Val = 11 }, new Color { Rgb = "FF0563C1" }, new FontName { Val = "Tahoma" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true }, new CellFormat { NumberFormatId = 3, ApplyNumberFormat = true },
            new CellFormat { QuotePrefix = true }, new CellFormat { FontId = 2, ApplyFont = true }));

    private static void Save(ZipArchive zip, string path, OpenXmlPartRootElement root)
    {
        using var entry = zip.CreateEntry(path).Open();
        root.Save(entry);
    }

    private static void Save(ZipArchive zip, string path, object element)
    {
        using var entry = zip.CreateEntry(path).Open();
        if (element is XElement whole) whole.Save(entry);
        else ((XStreamingElement)element).Save(entry);
    }
}
