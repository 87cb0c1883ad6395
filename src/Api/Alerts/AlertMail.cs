using System.Globalization;
using System.Text;
using NewsMiner.Api.Output;
using NewsMiner.Extractor.Articles;
using NewsMiner.Index.Alerts;

namespace NewsMiner.Api.Alerts;

/// <summary>A mail of an alert (RFC 5322, MIME), all of it ASCII but what its addresses hold.</summary>
/// <param name="Name">The same however often the mail is made: file name and Message-ID, by which receivers know it again.</param>
/// <param name="From">The sender's address.</param>
/// <param name="To">The receiver's address.</param>
/// <param name="Text">The whole message, its lines ended by CR LF.</param>
internal sealed record AlertMail(string Name, string From, string To, string Text)
{
    private const int LineLength = 76;

    /// <summary>One mail with these matches of an alert, found on one day where there are several.</summary>
    public static AlertMail Of(Alert alert, IReadOnlyList<AlertMatch> matches, string from, string? site, DateTimeOffset now)
    {
        var day = PublicationTime.At(matches[0].At).Day;
        var name = alert.Draft.Daily ? string.Create(CultureInfo.InvariantCulture, $"{alert.Id}-{day:yyyyMMdd}") : string.Create(CultureInfo.InvariantCulture, $"{alert.Id}-{matches[0].Id}");
        var subject = alert.Draft.Daily ? $"{alert.Draft.Name}: {matches.Count} یافته در {day.Jalali()}" : $"{alert.Draft.Name}: {matches[0].Finding.Title}";
        return new(name, from, alert.Draft.Email!, Message(alert.Draft.Email!, from, matches, name, subject, site, now));
    }

    private static string Message(string to, string from, IReadOnlyList<AlertMatch> matches, string name, string subject, string? site, DateTimeOffset now)
    {
        var mail = new StringBuilder();
        void Header(string field, string value) => mail.Append(field).Append(": ").Append(value).Append("\r\n");
        Header("From", $"NewsMiner <{from}>");
        Header("To", to);
        Header("Subject", Encoded(subject));
        Header("Date", now.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Header("Message-ID", $"<{name}@newsminer.localhost>");
        Header("Auto-Submitted", "auto-generated");
        Header("MIME-Version", "1.0");
        Header("Content-Type", "text/plain; charset=utf-8");
        Header("Content-Language", "fa");
        Header("Content-Transfer-Encoding", "base64");
        mail.Append("\r\n");
        var text = new StringBuilder();
        foreach (var match in matches)
        {
            var found = match.Finding;
            text.Append(found.Title).Append("\r\n\r\n").Append(found.Text).Append("\r\n\r\n");
            if (found.Day is { } day) text.Append("روز: ").Append(day.Jalali()).Append("\r\n");
            if (site is not null) text.Append("جملهٔ نشان‌دار: ").Append(PageLink.To(site, found)).Append("\r\n");
            text.Append("خبر: ").Append(found.Url).Append("\r\n\r\n");
        }
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ToString()));
        for (var i = 0; i < encoded.Length; i += LineLength) mail.Append(encoded.AsSpan(i, Math.Min(LineLength, encoded.Length - i))).Append("\r\n");
        return mail.ToString();
    }

    /// <summary>Words of a header that are not ASCII, in encoded words of at most 75 characters that break no character (RFC 2047, 2).</summary>
    private static string Encoded(string text)
    {
        const int mostBytes = 45;
        var words = new List<string>();
        var bytes = new List<byte>(mostBytes);
        Span<byte> next = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = (Rune.IsControl(rune) ? new Rune(' ') : rune).EncodeToUtf8(next);
            if (bytes.Count + length > mostBytes) Flush();
            bytes.AddRange(next[..length]);
        }
        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            if (bytes.Count > 0) words.Add($"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=");
            bytes.Clear();
        }
    }
}
