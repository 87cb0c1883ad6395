using System.Text.Json;
using System.Text.Json.Serialization;
using NewsMiner.Extractor;
using NewsMiner.Extractor.Articles;
using NewsMiner.Extractor.Facts;
using NewsMiner.Index.Trends;

namespace NewsMiner.Index.Storage;

/// <summary>
/// The types whose JSON lies in the store. How each is read and written is worked out when the program is built, not when it runs. What the JSON
/// of an older program lacks keeps its default only where the property has a setter: one that is for initialising only would be set to null.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnalyzedArticle))]
[JsonSerializable(typeof(Official))]
[JsonSerializable(typeof(Statement))]
[JsonSerializable(typeof(Figure))]
[JsonSerializable(typeof(Pledge))]
[JsonSerializable(typeof(ComparedFigure))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class StoreJson : JsonSerializerContext;
