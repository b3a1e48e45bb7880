using System.Net;
using System.Net.Sockets;
using Assay.Web.Visits;

namespace Assay.Web.Hosting;

/// <summary>How many streams there may be at once: on the whole, and of one reader, so that none takes the places of all.</summary>
internal sealed class LivePlaces
{
    /// <summary>The most streams.</summary>
    public const int Most = 256;

    /// <summary>The most of somebody who has signed in.</summary>
    public const int MostOfUser = 16;

    /// <summary>The most of an address, which a whole office may share.</summary>
    public const int MostOfAddress = 64;

    private readonly Dictionary<string, int> _readers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _taken;

    /// <summary>Takes a place until it is disposed of; null when there is none.</summary>
    public IDisposable? Take(Visitor visitor, IPAddress? address)
    {
        var (reader, most) = visitor.Name is { } name ? ($"user {name}", MostOfUser) : (NetworkOf(address), MostOfAddress);
        lock (_gate)
        {
            var has = _readers.GetValueOrDefault(reader);
            if (_taken >= Most || has >= most) return null;
            _taken++;
            _readers[reader] = has + 1;
        }

        return new Place(this, reader);
    }

    private void Free(string reader)
    {
        lock (_gate)
        {
            _taken--;
            if (--_readers[reader] == 0) _readers.Remove(reader);
        }
    }

    /// <summary>An address; of IPv6 the first half, as all behind it is one subscriber's.</summary>
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private sealed class Place(LivePlaces places, string reader) : IDisposable
    {
        private int _free;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _free, 1) == 0) places.Free(reader);
        }
    }
}
