using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace NewsMiner.Api.Tests;

/// <summary>The same server answering in memory, without a socket: all of the pipeline but Kestrel.</summary>
public sealed class InMemoryApi : RunningApi
{
    protected override void Configure(IServiceCollection services) => services.AddSingleton<IServer, TestServer>();

    protected override HttpClient Connect(WebApplication app) => app.GetTestClient();
}
