namespace NewsMiner.Index.Keys;

/// <summary>What a key allows; each includes those before it.</summary>
public enum KeyScope
{
    /// <summary>Reading.</summary>
    Read,

    /// <summary>Reading and whole exports.</summary>
    Export,

    /// <summary>All, writing included.</summary>
    Admin,
}

/// <summary>A key as it is listed; its secret is known only to whoever was given it.</summary>
/// <param name="Id">Eight hexadecimal digits, part of the key.</param>
/// <param name="Name">Whom it was given to; unique.</param>
/// <param name="Scope">What it allows.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="LastUsed">The last UTC day it was used, or null.</param>
/// <param name="RevokedAt">When it was revoked, or null.</param>
public sealed record ApiKey(string Id, string Name, KeyScope Scope, DateTimeOffset CreatedAt, DateOnly? LastUsed, DateTimeOffset? RevokedAt);
