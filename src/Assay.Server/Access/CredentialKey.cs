using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Server.Access;

/// <summary>
/// Stands for credentials in memory: an HMAC under a key that only this process has, so that what a dump of memory shows of a cache cannot be
/// compared with guesses, and so that the time of a look-up tells nothing.
/// </summary>
internal readonly record struct CredentialKey(UInt128 First, UInt128 Second)
{
    private static readonly byte[] ProcessKey = RandomNumberGenerator.GetBytes(32);

    public static CredentialKey Of(Credentials credentials)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(ProcessKey, Encoding.UTF8.GetBytes($"{(credentials.IsSession ? -2 : credentials.User?.Length ?? -1)}:{credentials.User}{credentials.Secret}"), hash);
        return new(BinaryPrimitives.ReadUInt128LittleEndian(hash), BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));
    }
}
