using System.Net;
using System.Net.Sockets;

namespace NewsMiner.Crawler.Fetching;

/// <summary>Connects only to addresses on the public internet, to the very one that was checked, so that no second look-up can lead elsewhere.</summary>
public static class GuardedSocket
{
    /// <summary>True where an address lies on the public internet.</summary>
    public static bool IsPublic(IPAddress address) => AddressGuard.IsPublic(address);

    /// <summary>Looks a host up and connects to its first public address.</summary>
    /// <param name="host">A name or address.</param>
    /// <param name="port">The port.</param>
    /// <param name="anyAddress">Whether this host may lie on this machine or in a private network.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">It has no public address; no packet was sent.</exception>
    /// <exception cref="SocketException">It could not be found or reached.</exception>
    public static async ValueTask<Stream> ConnectAsync(string host, int port, bool anyAddress, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
        var allowed = addresses.FirstOrDefault(address => anyAddress || AddressGuard.IsPublic(address))
            ?? throw new ForbiddenAddressException($"{host} lies on this machine or in a private network and is not asked");
        return await ConnectAsync(new IPEndPoint(allowed, port), cancellation).ConfigureAwait(false);
    }

    /// <summary>Connects to an address that was checked.</summary>
    internal static async ValueTask<Stream> ConnectAsync(IPEndPoint target, CancellationToken cancellation)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
