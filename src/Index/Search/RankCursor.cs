using System.Buffers.Text;
using System.Text;

namespace NewsMiner.Index.Search;

/// <summary>Where a page of ranked hits ended, with the statistics its order rests on.</summary>
/// <param name="Question">A fingerprint of the request: a cursor goes on with its own question only.</param>
/// <param name="Sort">The sort value of the last hit.</param>
/// <param name="Number">Its number.</param>
/// <param name="Partly">Whether it held only some of the words.</param>
/// <param name="Statistics">Those of the first page.</param>
internal sealed record RankCursor(int Question, double Sort, int Number, bool Partly, RankStatistics Statistics)
{
    private const byte Version = 1;

    public override string ToString()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(Question);
        writer.Write(Sort);
        writer.Write7BitEncodedInt(Number);
        writer.Write(Partly);
        writer.Write7BitEncodedInt64(Statistics.Count);
        writer.Write(Statistics.AverageLength);
        writer.Write(Statistics.NewestDay);
        writer.Write7BitEncodedInt(Statistics.Below);
        foreach (var frequency in Statistics.Frequencies) writer.Write7BitEncodedInt(frequency);
        writer.Flush();
        return Base64Url.EncodeToString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Reads the cursor of a question about so many parts; null where it is none of it.</summary>
    public static RankCursor? Read(string text, int question, int parts)
    {
        if (!Base64Url.IsValid(text)) return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)), Encoding.UTF8);
            if (reader.ReadByte() != Version || reader.ReadInt32() != question) return null;
            var (sort, number, partly) = (reader.ReadDouble(), reader.Read7BitEncodedInt(), reader.ReadBoolean());
            var (count, average, newest, below) = (reader.Read7BitEncodedInt64(), reader.ReadSingle(), reader.ReadInt32(), reader.Read7BitEncodedInt());
            var frequencies = new int[parts];
            for (var i = 0; i < parts; i++) frequencies[i] = reader.Read7BitEncodedInt();
            var whole = double.IsFinite(sort) && number >= 0 && count >= 0 && average >= 1 && float.IsFinite(average) && below >= 0 && !Array.Exists(frequencies, frequency => frequency < 0);
            return whole && reader.BaseStream.Position == reader.BaseStream.Length ? new(question, sort, number, partly, new(count, average, newest, below, frequencies)) : null;
        }
        catch (Exception cut) when (cut is EndOfStreamException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A fingerprint of what was asked.</summary>
    public static int QuestionOf(SearchRequest request, string searched) =>
        Fingerprint.Of($"{searched} {request.Fact} {request.Filter} {request.Order} {request.FoldDuplicates} {request.Partly} {request.RecencyHalfLife}");
}
