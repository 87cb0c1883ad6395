using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsMiner.CorpusBuilder;

// Renders corpus/articles into the demo outlets: CorpusBuilder CORPUS_FOLDER [TARGET_FOLDER]
if (args.Length is < 1 or > 2 || !Directory.Exists(Path.Combine(args[0], "articles")))
{
    Console.Error.WriteLine("usage: CorpusBuilder CORPUS_FOLDER [TARGET_FOLDER]; CORPUS_FOLDER holds the folder articles");
    return 2;
}
var target = args.Length > 1 ? args[1] : Path.Combine(args[0], "outlets");
var files = Site.Render(CorpusArticle.ReadAll(Path.Combine(args[0], "articles")));
if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
foreach (var (path, bytes) in files)
{
    var file = Path.Combine(target, path);
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    File.WriteAllBytes(file, bytes);
}
Console.WriteLine($"{files.Count} files in {target}");
return 0;

namespace NewsMiner.CorpusBuilder
{
    /// <summary>All files of all demo outlets.</summary>
    public static class Site
    {
        private static readonly Outlet[] Outlets = [new Asam(), new WordPress(), new Nastooh(), new IranSamaneh()];

        private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        /// <summary>Path below the outlets' folder and content of each file; the same articles always give the same files.</summary>
        public static IReadOnlyDictionary<string, byte[]> Render(IReadOnlyList<CorpusArticle> articles)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var outlet in Outlets)
            {
                CorpusArticle[] carried = [.. articles.Where(article => article.Outlets.Contains(outlet.Id)).Select(article => article.For(outlet.Id)).OrderByDescending(article => article.Published)];
                foreach (var (article, index) in carried.Select((article, index) => (article, index)))
                {
                    var page = outlet.Page(Noise.Apply(article), [.. carried.Skip(index + 1).Concat(carried).Where(other => other.Id != article.Id).Take(4)]);
                    files.Add($"{outlet.Id}/{outlet.FileOf(article)}", Encode(page, article));
                }
                foreach (var (file, text) in outlet.Files(carried)) files.Add($"{outlet.Id}/{file}", Encoding.UTF8.GetBytes(text));
                files.Add($"{outlet.Id}/outlet.json", JsonSerializer.SerializeToUtf8Bytes(new { id = outlet.Id, name = outlet.Name, family = outlet.Family }, Json));
            }
            return files;
        }

        /// <summary>UTF-8, or windows-1256 where the article's author asked for it; what that charset lacks becomes a character reference.</summary>
        private static byte[] Encode(string page, CorpusArticle article)
        {
            if (!article.Noise.Contains("windows-1256")) return Encoding.UTF8.GetBytes(page);
            var fallback = new StringBuilder();
            var windows = Encoding.GetEncoding(1256, new EncoderExceptionFallback(), new DecoderExceptionFallback());
            // The charset has no Persian yeh; pages in it write the Arabic one.
            foreach (var rune in page.Replace('ی', 'ي').Replace("charset=\"utf-8\"", "charset=\"windows-1256\"", StringComparison.OrdinalIgnoreCase).Replace("charset=utf-8", "charset=windows-1256", StringComparison.Ordinal).EnumerateRunes())
            {
                try
                {
                    windows.GetByteCount(rune.ToString());
                    fallback.Append(rune);
                }
                catch (EncoderFallbackException)
                {
                    fallback.Append($"&#{rune.Value};");
                }
            }
            return windows.GetBytes(fallback.ToString());
        }
    }
}
