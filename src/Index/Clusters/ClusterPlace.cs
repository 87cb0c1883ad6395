namespace NewsMiner.Index.Clusters;

/// <summary>Where an article belongs among the stories of the store.</summary>
/// <param name="Cluster">The cluster of its story; its own number where it stands alone.</param>
/// <param name="Joined">Clusters that become part of this one, as the article is a copy of both.</param>
/// <param name="Signature">The signature of its text, or null where that is too short to say who copied whom.</param>
/// <param name="Pairs">The number of its word pairs.</param>
internal sealed record ClusterPlace(long Cluster, IReadOnlyList<long> Joined, MinHash? Signature, int Pairs);
