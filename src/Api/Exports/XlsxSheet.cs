using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace NewsMiner.Api.Exports;

/// <summary>The formats of cells; the numbers are their places in the style sheet.</summary>
internal enum CellLook
{
    /// <summary>As it comes.</summary>
    Plain,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A day with its time.</summary>
    Instant,

    /// <summary>A whole number with its thousands parted.</summary>
    Whole,

    /// <summary>Text that would be read as a formula if somebody typed it.</summary>
    Quoted,

    /// <summary>An address.</summary>
    Link,
}

/// <summary>Writes a right-to-left worksheet from its first cell to its last, holding none of them.</summary>
internal sealed class XlsxSheet : IDisposable
{
    private readonly OpenXmlWriter writer;
    private readonly Row row = new();
    private readonly Cell cell = new();
    private readonly CellValue value = new();
    private readonly InlineString inline = new();
    private readonly Text text = new() { Space = SpaceProcessingModeValues.Preserve };
    private readonly List<OpenXmlAttribute> attributes = new(3);
    private readonly string[] letters;
    private int column;

    /// <summary>Begins a sheet with columns of these widths in characters; its first row stays in sight.</summary>
    public XlsxSheet(Stream target, IReadOnlyList<double> widths)
    {
        letters = [.. Enumerable.Range(0, widths.Count).Select(ColumnLetters)];
        writer = OpenXmlWriter.Create(target);
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { RightToLeft = true, WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
    }

    /// <summary>Rows begun so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Begins a row.</summary>
    public void BeginRow()
    {
        Rows++;
        column = 0;
        attributes.Clear();
        attributes.Add(new("r", "", Rows.ToString(CultureInfo.InvariantCulture)));
        writer.WriteStartElement(row, attributes);
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => writer.WriteEndElement();

    /// <summary>Leaves a cell empty.</summary>
    public void Skip() => column++;

    /// <summary>Writes a text.</summary>
    public void Write(string content, CellLook look)
    {
        Begin(look, "inlineStr");
        writer.WriteStartElement(inline);
        text.Text = content;
        writer.WriteElement(text);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>Writes a number, or a day as its serial number.</summary>
    public void WriteNumber(string digits, CellLook look)
    {
        Begin(look, null);
        value.Text = digits;
        writer.WriteElement(value);
        writer.WriteEndElement();
    }

    /// <summary>The reference of the cell written last, such as C7.</summary>
    public string Last => letters[column - 1] + Rows.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ends the sheet.</summary>
    /// <param name="filtered">Whether the first row offers to filter the rows below.</param>
    /// <param name="links">The cells that are links, each leading to the relationship <c>rId1</c>, <c>rId2</c> … in order.</param>
    public void End(bool filtered, IReadOnlyList<string> links)
    {
        writer.WriteEndElement();
        if (filtered) writer.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{letters[^1]}{Math.Max(Rows, 1)}") });
        if (links.Count > 0)
        {
            writer.WriteStartElement(new Hyperlinks());
            for (var i = 0; i < links.Count; i++) writer.WriteElement(new Hyperlink { Reference = links[i], Id = string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}") });
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    public void Dispose() => writer.Dispose();

    private void Begin(CellLook look, string? type)
    {
        attributes.Clear();
        attributes.Add(new("r", "", letters[column++] + Rows.ToString(CultureInfo.InvariantCulture)));
        if (look != CellLook.Plain) attributes.Add(new("s", "", ((int)look).ToString(CultureInfo.InvariantCulture)));
        if (type is not null) attributes.Add(new("t", "", type));
        writer.WriteStartElement(cell, attributes);
    }

    private static string ColumnLetters(int index) => index < 26 ? ((char)('A' + index)).ToString() : ColumnLetters((index / 26) - 1) + (char)('A' + (index % 26));
}
