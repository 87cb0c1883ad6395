namespace NewsMiner.Extractor.Facts;

/// <summary>A stretch of text and who is said to have said it; tokens [First, End).</summary>
internal sealed record Attribution(int First, int End, Speaker? Speaker, string? Verb, string Rule, int Sentence);
