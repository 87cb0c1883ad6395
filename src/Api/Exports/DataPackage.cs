using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsMiner.Api.Output;

namespace NewsMiner.Api.Exports;

/// <summary>A data package (Frictionless Data, Data Package 1.0): a zip with the rows as CSV and a description that holds schema, query, counts and hash.</summary>
internal static class DataPackage
{
    private static readonly JsonSerializerOptions Described = new(Json.Indented) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Writes the package as a stream; returns the number of rows.</summary>
    public static long Write(Stream target, ExportTable table, ExportRequest request)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var path = $"data/{request.Kind}.csv";
        long rows, bytes;
        string hash;
        using (var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open())
        using (var hashed = new HashingStream(entry))
        {
            rows = table.WriteCsv(hashed, bom: false);
            (hash, bytes) = (hashed.Hash(), hashed.Written);
        }
        using var description = zip.CreateEntry("datapackage.json").Open();
        JsonSerializer.Serialize(description, Describe(table, request, path, rows, bytes, hash), Described);
        return rows;
    }

    private static object Describe(ExportTable table, ExportRequest request, string path, long rows, long bytes, string hash) => new
    {
        Profile = "tabular-data-package",
        Name = $"newsminer-{request.Kind}",
        Title = $"NewsMiner: {request.Kind}",
        Created = request.Snapshot.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        Version = ExportRequest.ExtractorVersion,
        ExtractorVersion = ExportRequest.ExtractorVersion,
        Snapshot = request.Snapshot.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        Query = request.Query().ToDictionary(word => word.Name, word => word.Value),
        Counts = new { Rows = rows },
        Licenses = new[] { new { Name = "other-attribution", Title = ExportRequest.Licence } },
        Description = $"{ExportRequest.LicenceFa}\n\nA text cell that a spreadsheet would read as a formula begins with an apostrophe. Days are days in Asia/Tehran. {request.CopiesFa} {request.Copies}".TrimEnd(),
        Resources = new[]
        {
            new
            {
                Name = request.Kind,
                Path = path,
                Profile = "tabular-data-resource",
                Format = "csv",
                Mediatype = "text/csv",
                Encoding = "utf-8",
                Bytes = bytes,
                Hash = "sha256:" + hash,
                Schema = new
                {
                    Fields = table.Fields.Select(field => new { field.Name, Type = TypeName(field.Type), Format = field.Type == ColumnType.Link ? "uri" : null, field.Title }),
                    PrimaryKey = table.Fields.Any(field => field.Name == "id") ? (string[])["id"] : ["query", "period"],
                },
            },
        },
    };

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Number => "number",
        ColumnType.Integer => "integer",
        ColumnType.Date => "date",
        _ => "string",
    };

    /// <summary>Passes bytes on and keeps their number and SHA-256.</summary>
    private sealed class HashingStream(Stream target) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public string Hash() => Convert.ToHexStringLower(hash.GetCurrentHash());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            Written += buffer.Length;
            target.Write(buffer);
        }

        public override void Flush() => target.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
