namespace NewsMiner.Extractor.Facts;

/// <summary>A number that measures nothing, with the evidence for it.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Words">The number as the source wrote it.</param>
/// <param name="Reason">What it is instead, such as <c>date</c>, <c>article of law</c>, <c>bare number</c>.</param>
public sealed record RejectedNumber(TextSpan Span, string Words, string Reason);
