using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace NewsMiner.Api.Http;

/// <summary>Errors as RFC 9457 problem documents, in Persian first and English beside it.</summary>
internal static class Problems
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

    /// <summary>404: nothing under that id.</summary>
    public static ProblemHttpResult NotFound(string whatFa, string what) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status404NotFound,
        Title = $"{whatFa} یافت نشد",
        Detail = $"{whatFa} با این نشانی در انبار نیست.",
        Extensions = { ["titleEn"] = "Not found", ["detailEn"] = $"The store holds no such {what}." },
    });
}
