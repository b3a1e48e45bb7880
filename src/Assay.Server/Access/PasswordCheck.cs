namespace Assay.Server.Access;

/// <summary>Compares passwords with hashes, on half of the cores at most, so that those who sign in do not hold up those who have.</summary>
internal sealed class PasswordCheck : IDisposable
{
    private const int MostWaiting = 64;
    private readonly SemaphoreSlim _cores = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int _waiting;
    private int _made;

    /// <summary>How many comparisons were made.</summary>
    public int Made => _made;

    public async Task<bool> VerifyAsync(string hash, string password)
    {
        // No password is longer: what is longer is wrong, and compared as nobody's so that it costs the same.
        var known = password.Length <= Passwords.Longest;
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new AssayException(ErrorCode.RequestLimitExceeded, "Too many sign-ins at once; try again in a moment.");
        }

        await _cores.WaitAsync().ConfigureAwait(false);
        try
        {
            Interlocked.Increment(ref _made);
            return Passwords.Verify(known ? hash : Passwords.HashOfNobody, known ? password : "");
        }
        finally
        {
            _cores.Release();
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _cores.Dispose();
}
