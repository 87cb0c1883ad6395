namespace NewsMiner.Api.Http;

/// <summary>HEAD on every route that answers GET: the same status and headers, no body (RFC 9110, 9.3.2).</summary>
internal static class HeadRequests
{
    private static readonly PathString[] Roots = ["/api", "/openapi", "/health", "/metrics"];

    public static void UseHeadRequests(this IApplicationBuilder app) =>
        app.UseWhen(http => HttpMethods.IsHead(http.Request.Method) && Roots.Any(root => http.Request.Path.StartsWithSegments(root, StringComparison.Ordinal)), branch => branch.Use(AnswerAsync));

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var (body, aborted) = (http.Response.Body, http.RequestAborted);
        await using var head = new HeadStream(() =>
        {
            // What is written as it is read may be long or never end: its headers are settled when its first bytes come.
            if (http.GetEndpoint()?.Metadata.GetMetadata<StreamedAnswer>() is not null) enough.Cancel();
        });
        http.Request.Method = HttpMethods.Get;
        http.Response.Body = head;
        http.RequestAborted = enough.Token;
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested && !aborted.IsCancellationRequested) { }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Response.Body = body;
            http.RequestAborted = aborted;
        }
    }

    /// <summary>Takes what is written and tells that something was.</summary>
    private sealed class HeadStream(Action written) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => written();

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            written();
            return Task.CompletedTask;
        }

        public override void Write(byte[] buffer, int offset, int count) => written();

        public override void Write(ReadOnlySpan<byte> buffer) => written();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            written();
            return ValueTask.CompletedTask;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

/// <summary>Marks a route whose answer is written as it is read, and may not end.</summary>
internal sealed record StreamedAnswer;
