using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace NewsMiner.Api.Http;

/// <summary>Refuses words of an address that its route does not know, and values given twice where one is meant: neither may be passed over in silence.</summary>
internal sealed class QueryWords(IApiDescriptionGroupCollectionProvider descriptions)
{
    private readonly Lazy<IReadOnlyDictionary<string, HashSet<string>>> byRoute = new(() => descriptions.ApiDescriptionGroups.Items.SelectMany(group => group.Items)
        .GroupBy(route => $"{route.HttpMethod} /{route.RelativePath}").ToDictionary(route => route.Key,
            route => route.SelectMany(one => one.ParameterDescriptions).Where(parameter => parameter.Source == BindingSource.Query).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal)));

    public Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Query.Count == 0 || http.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern } route || !byRoute.Value.TryGetValue($"{http.Request.Method} {pattern}", out var known)) return next(http);
        var errors = new Dictionary<string, string[]>();
        foreach (var (word, values) in http.Request.Query)
        {
            if (!known.Contains(word))
                errors[word] = [known.Count == 0 ? "این مسیر هیچ پارامتری ندارد · this route takes no parameters" : $"پارامتری به این نام نیست؛ یکی از این‌ها: {string.Join("، ", known)} · no such parameter; one of {string.Join(", ", known)}"];
            else if (values.Count > 1 && route.Metadata.GetMetadata<RepeatedWord>()?.Word != word)
                errors[word] = ["تنها یک بار نوشته شود · may be given only once"];
        }
        return errors.Count == 0 ? next(http) : Problems.Invalid(errors).ExecuteAsync(http);
    }
}

/// <summary>Marks a route that takes a word several times.</summary>
internal sealed record RepeatedWord(string Word);
