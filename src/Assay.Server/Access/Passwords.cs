using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Assay.Server.Access;

/// <summary>
/// Passwords and their hashes: PBKDF2 with HMAC-SHA-512, by the framework's <see cref="PasswordHasher{TUser}"/>, with the number of rounds
/// that OWASP's cheat sheet on password storage asks for (210,000; 2023). One check takes about a tenth of a second of a core, on purpose.
/// </summary>
public static class Passwords
{
    /// <summary>The fewest characters of a password.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters of a password.</summary>
    public const int Longest = 1000;

    private const int Rounds = 210_000;
    private const int GeneratedLength = 24;
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const string TokenPrefix = "assay_";

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>A hash that no password has, as costly to compare with as a real one: for users that are not there.</summary>
    internal static string HashOfNobody { get; } = MakeHashOfNobody();

    /// <summary>What to keep of a password.</summary>
    /// <exception cref="BadInputException">It is too short, too long, or has the form of an API token.</exception>
    public static string Hash(string password)
    {
        if (password.Length is < Shortest or > Longest)
        {
            throw new BadInputException($"the password has {password.Length} characters; it must have {Shortest} to {Longest}");
        }

        return password.StartsWith(TokenPrefix, StringComparison.Ordinal)
            ? throw new BadInputException($"a password must not begin with '{TokenPrefix}', as API tokens do")
            : Hasher.HashPassword("", password);
    }

    /// <summary>A password for people to write down: 24 letters and digits that cannot be taken for each other, about 139 bits.</summary>
    public static string Generate() => RandomNumberGenerator.GetString(Letters, GeneratedLength);

    /// <summary>Whether it is the password; takes the same time for every wrong one.</summary>
    internal static bool Verify(string hash, string password) => Hasher.VerifyHashedPassword("", hash, password) != PasswordVerificationResult.Failed;

    /// <summary>In the framework's format 3: its mark, the function (2 for HMAC-SHA-512), the rounds, the salt's length, salt and key.</summary>
    private static string MakeHashOfNobody()
    {
        const int Header = 13;
        const int Salt = 16;
        const int Key = 32;
        var bytes = new byte[Header + Salt + Key];
        bytes[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), 2);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), Rounds);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), Salt);
        RandomNumberGenerator.Fill(bytes.AsSpan(Header));
        return Convert.ToBase64String(bytes);
    }
}
