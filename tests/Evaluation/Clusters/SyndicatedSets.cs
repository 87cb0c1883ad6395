using System.Text;
using System.Text.Json;
using NewsMiner.Extractor.Articles;

namespace NewsMiner.Evaluation.Clusters;

/// <summary>
/// Stories of the corpus as several outlets would have carried them: the same, with another headline, with an agency's opening and closing words,
/// cut, extended, spelt otherwise, in another order, and with a third of it rewritten. The same seed always gives the same sets.
/// </summary>
internal sealed class SyndicatedSets(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Each article with the story it tells.</summary>
    public IReadOnlyList<(Article Article, int Story)> Make()
    {
        var originals = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "corpus", "articles"), "*.json").Order(StringComparer.Ordinal).Select(Read).ToList();
        string[] words = [.. originals.SelectMany(article => article.Paragraphs).SelectMany(paragraph => paragraph.Split(' ')).Distinct().Order(StringComparer.Ordinal)];
        var all = new List<(Article, int)>();
        for (var story = 0; story < originals.Count; story++)
        {
            all.Add((originals[story], story));
            // A third of the stories stand alone, as most news does.
            var copies = random.Next(3) == 0 ? 0 : random.Next(1, 6);
            for (var copy = 0; copy < copies; copy++) all.Add((Edit(originals[story], random.Next(8), copy, words, originals), story));
        }
        return [.. all.OrderBy(_ => random.Next())];
    }

    private Article Edit(Article original, int edit, int copy, string[] words, List<Article> others)
    {
        var paragraphs = original.Paragraphs.ToList();
        var title = original.Title;
        switch (edit)
        {
            case 0:
                title = "تیتر دیگر: " + paragraphs[^1].Split(' ').Take(6).Aggregate((a, b) => a + " " + b);
                break;
            case 1:
                paragraphs[0] = "به گزارش خبرنگار گروه استان‌های خبرگزاری، " + paragraphs[0];
                paragraphs.Add("گفتنی است این خبر با همکاری روابط عمومی آماده شده است.");
                break;
            case 2:
                paragraphs = paragraphs[..Math.Max(2, paragraphs.Count / 2)];
                break;
            case 3:
                paragraphs.AddRange(others[random.Next(others.Count)].Paragraphs.Take(2));
                break;
            case 4:
                paragraphs = [.. paragraphs.Select(text => text.Replace('ی', 'ي').Replace('ک', 'ك').Replace("\u200c", " ", StringComparison.Ordinal))];
                break;
            case 5:
                paragraphs = [paragraphs[0], .. paragraphs.Skip(1).OrderBy(_ => random.Next())];
                break;
            case 6:
                // A third of the paragraphs in other words.
                for (var i = 1; i < paragraphs.Count; i += 3) paragraphs[i] = Rewritten(paragraphs[i], 0.8, words);
                title = Rewritten(title, 0.5, words);
                break;
            default:
                // A third of all words, here and there.
                paragraphs = [.. paragraphs.Select(text => Rewritten(text, 1.0 / 3, words))];
                break;
        }
        return original with { Id = $"{original.Id}-{copy}-{edit}", Title = title, Paragraphs = paragraphs, Outlet = $"outlet {copy}", Published = PublicationTime.On(original.Published!.Value.Day.AddDays(random.Next(0, 3))) };
    }

    private string Rewritten(string text, double share, string[] words)
    {
        var rewritten = new StringBuilder(text.Length);
        foreach (var word in text.Split(' ')) rewritten.Append(random.NextDouble() < share ? words[random.Next(words.Length)] : word).Append(' ');
        return rewritten.ToString().TrimEnd();
    }

    private static Article Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var root = document.RootElement;
        return new()
        {
            Id = Path.GetFileNameWithoutExtension(file),
            Source = "corpus",
            Title = root.GetProperty("title").GetString()!,
            Paragraphs = [.. root.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString()!)],
            Outlet = root.GetProperty("outlet").GetString(),
            Published = PublicationTime.Parse(root.GetProperty("published").GetString()) ?? PublicationTime.On(new(2023, 5, 1)),
        };
    }
}
