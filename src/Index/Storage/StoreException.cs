namespace NewsMiner.Index.Storage;

/// <summary>The store cannot be used; the message says what, where and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>A store that cannot be used.</summary>
    public StoreException(string message) : base(message) { }

    /// <summary>A store that cannot be used, and why.</summary>
    public StoreException(string message, Exception cause) : base(message, cause) { }

    /// <summary>A store that cannot be used.</summary>
    public StoreException() { }
}
