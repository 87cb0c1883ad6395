using System.Globalization;
using System.Text;

namespace NewsMiner.Crawler.Robots;

/// <summary>The user agents of a run of <c>User-agent</c> lines.</summary>
internal abstract class RobotsAgents
{
    private readonly List<string> names = [];

    /// <summary>True where the lines name <c>*</c>.</summary>
    public bool IsForAll { get; private set; }

    /// <summary>True where the lines name anyone; a rule before that belongs to nobody.</summary>
    public bool IsNamed => IsForAll || names.Count > 0;

    /// <summary>Adds a name: its letters, <c>-</c> and <c>_</c> up to the first other character.</summary>
    public void Name(ReadOnlySpan<byte> value)
    {
        if (value.Length >= 1 && value[0] == '*' && (value.Length == 1 || value[1] is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r')))
        {
            IsForAll = true;
            return;
        }
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter((char)value[length]) || value[length] is (byte)'-' or (byte)'_')) length++;
        names.Add(Encoding.ASCII.GetString(value[..length]));
    }

    public bool Names(string userAgent) => names.Exists(name => name.Equals(userAgent, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Rules with the user agents they are for.</summary>
internal sealed class RobotsGroup : RobotsAgents
{
    public List<RobotsRule> Rules { get; } = [];
}

/// <summary>The pace asked of some user agents. Unlike rules, a pace ends the run of names before it.</summary>
internal sealed class RobotsPace : RobotsAgents
{
    public TimeSpan? Delay { get; private set; }

    public RequestRate? Rate { get; private set; }

    public void ReadDelay(ReadOnlySpan<byte> value)
    {
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e6)
            Delay ??= TimeSpan.FromSeconds(seconds);
    }

    public RobotsHours? Hours { get; private set; }

    public void ReadHours(ReadOnlySpan<byte> value) => Hours ??= RobotsHours.Parse(Encoding.ASCII.GetString(value));

    /// <summary>Reads <c>1/10s</c>, <c>100/15m</c>, <c>400/1h</c>, <c>9000/1d</c> or <c>10/60</c> (seconds), and hours of the day behind it.</summary>
    public void ReadRate(ReadOnlySpan<byte> value)
    {
        var words = Encoding.ASCII.GetString(value).Split(' ', 2, StringSplitOptions.TrimEntries);
        var parts = words[0].Split('/');
        if (parts is not [var requests, { Length: > 0 } period]) return;
        var unit = period[^1] switch { 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 1 };
        if (int.TryParse(requests, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            && int.TryParse(period.TrimEnd('s', 'm', 'h', 'd'), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and < 1_000_000)
            Rate ??= new(count, TimeSpan.FromSeconds((double)amount * unit), words.Length > 1 ? RobotsHours.Parse(words[1]) : null);
    }
}
