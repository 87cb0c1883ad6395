using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsMiner.Index.Keys;
using NewsMiner.Index.Search;

namespace NewsMiner.Api.Http;

/// <summary>Errors as RFC 9457 problem documents, in Persian first and English beside it.</summary>
internal static partial class Problems
{
    /// <summary>400: values that cannot be read, each under its field.</summary>
    public static ProblemHttpResult Invalid(Dictionary<string, string[]> errors) => TypedResults.Problem(new HttpValidationProblemDetails(errors)
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "ورودی نادرست است",
        Detail = string.Join(" · ", errors.Select(error => $"{error.Key}: {error.Value[0]}")),
        Extensions = { ["titleEn"] = "Invalid input" },
    });

    /// <summary>400: one value that cannot be read.</summary>
    public static ProblemHttpResult Invalid(string field, string messageFa, string message, int? position = null)
    {
        var problem = new HttpValidationProblemDetails(new Dictionary<string, string[]> { [field] = [$"{messageFa} · {message}"] })
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "ورودی نادرست است",
            Detail = messageFa,
            Extensions = { ["titleEn"] = "Invalid input", ["detailEn"] = message },
        };
        if (position is { } at) problem.Extensions["position"] = at;
        return TypedResults.Problem(problem);
    }

    /// <summary>400: a parameter that the framework could not read, under its name; null where it was something else.</summary>
    public static ProblemHttpResult? Unbound(BadHttpRequestException failure)
    {
        if (UnboundParameter().Match(failure.Message) is not { Success: true } match) return null;
        var (fa, en) = match.Groups["type"].Value.TrimEnd('?') switch
        {
            "bool" => ("true یا false بنویسید", "write true or false"),
            "int" or "long" => ("عددی درست، بی اعشار، بنویسید", "write a whole number"),
            var type => ("خوانده نشد؛ گونهٔ مقدار نادرست است", $"not a value of type {type}"),
        };
        return Invalid(JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value), fa, en);
    }

    /// <summary>What ASP.NET Core says of such a parameter; there is no other way to learn its name.</summary>
    [GeneratedRegex("""^Failed to bind parameter "(?:Nullable<)?(?<type>[\w?]+)>? (?<name>\w+)" from""")]
    private static partial Regex UnboundParameter();

    /// <summary>400: a query that cannot be read, with the place where it goes wrong.</summary>
    public static ProblemHttpResult Query(QueryProblem wrong) => Invalid("q", wrong.MessageFa, wrong.Message, wrong.Position);

    /// <summary>400: a cursor of another list.</summary>
    public static ProblemHttpResult Cursor() => Invalid("cursor", "نشانهٔ ادامه خوانده نشد", "not a cursor of this list");

    /// <summary>404: nothing under that id.</summary>
    public static ProblemHttpResult NotFound(string whatFa, string what) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status404NotFound,
        Title = $"{whatFa} یافت نشد",
        Detail = $"{whatFa} با این نشانی در انبار نیست.",
        Extensions = { ["titleEn"] = "Not found", ["detailEn"] = $"The store holds no such {what}." },
    });

    /// <summary>401: no key, or none that is known (RFC 9110, 15.5.2).</summary>
    public static IResult Unauthorized(string detailFa, string detail) => new WithHeader("WWW-Authenticate", "Bearer realm=\"newsminer\"", Of(StatusCodes.Status401Unauthorized, "کلید لازم است", "A key is needed", detailFa, detail));

    /// <summary>403: a key of lesser scope.</summary>
    public static ProblemHttpResult Forbidden(KeyScope needed) =>
        Of(StatusCodes.Status403Forbidden, "این کلید اجازهٔ این کار را ندارد", "Not allowed", $"کلیدی با دامنهٔ {needed.ToString().ToLowerInvariant()} لازم است", $"a key with the scope {needed.ToString().ToLowerInvariant()} is needed");

    /// <summary>429: too much at once; the caller sets Retry-After.</summary>
    public static ProblemHttpResult TooMany(string detailFa, string detail) => Of(StatusCodes.Status429TooManyRequests, "درخواست‌ها بیش از اندازه است", "Too many requests", detailFa, detail);

    /// <summary>A problem in both languages.</summary>
    public static ProblemHttpResult Of(int status, string titleFa, string title, string detailFa, string detail) => TypedResults.Problem(new ProblemDetails
    {
        Status = status, Title = titleFa, Detail = detailFa, Extensions = { ["titleEn"] = title, ["detailEn"] = detail },
    });

    /// <summary>Gives a problem that the framework made its title in both languages.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("titleEn")) return;
        var (titleFa, title) = problem.Status switch
        {
            400 => ("درخواست خوانده نشد", "The request could not be read"),
            404 => ("این مسیر یافت نشد", "Not found"),
            405 => ("این روش برای این مسیر نیست", "The method is not allowed here"),
            413 => ("بدنهٔ درخواست بیش از اندازه بزرگ است", "The body is too large"),
            414 => ("نشانی بیش از اندازه دراز است", "The address is too long"),
            415 => ("بدنه باید JSON باشد", "The body must be JSON"),
            503 => ("پاسخ بیش از اندازه به درازا کشید؛ پالایش را تنگ‌تر کنید", "The answer took too long; narrow the filter"),
            _ => ("خطای درونی", "Internal error"),
        };
        problem.Title = titleFa;
        problem.Extensions["titleEn"] = title;
        problem.Extensions.Remove("traceId");
    }

    private sealed class WithHeader(string name, string value, IResult result) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[name] = value;
            return result.ExecuteAsync(httpContext);
        }
    }
}
