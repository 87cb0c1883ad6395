namespace NewsMiner.Api.Exports;

/// <summary>What stands in a column.</summary>
internal enum ColumnType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A Gregorian day.</summary>
    Date,

    /// <summary>A Tehran day, with the instant where the source gives one.</summary>
    Published,

    /// <summary>An address to follow.</summary>
    Link,
}

/// <summary>A column of an export: its name and what stands in it. Text, numbers and days keep their type until they are written.</summary>
/// <param name="Name">The JSON name of the field.</param>
/// <param name="Value">The value in a row, or null.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Title">The Persian heading; the name where there is none.</param>
internal sealed record ExportColumn<T>(string Name, Func<T, object?> Value, ColumnType Type = ColumnType.Text, string? Title = null);
