namespace Assay.Mlflow;

/// <summary>A file or folder.</summary>
internal sealed record FileInfoMessage
{
    public string? Path { get; init; }

    public bool? IsDir { get; init; }

    public long? FileSize { get; init; }
}

/// <summary>artifacts/list, and mlflow-artifacts/artifacts with the path alone.</summary>
internal sealed record ListArtifactsRequest
{
    public string? RunId { get; init; }

    public string? RunUuid { get; init; }

    public string? Path { get; init; }

    public string? PageToken { get; init; }
}

/// <summary>What is in a folder.</summary>
internal sealed record ListArtifactsResponse
{
    public string? RootUri { get; init; }

    public List<FileInfoMessage>? Files { get; init; }

    public string? NextPageToken { get; init; }
}

/// <summary>mpu/create.</summary>
internal sealed record CreateMultipartUploadRequest
{
    public string? Path { get; init; }

    public long? NumParts { get; init; }
}

/// <summary>Where a part is put.</summary>
internal sealed record MultipartUploadCredentialMessage
{
    public string? Url { get; init; }

    public long? PartNumber { get; init; }

    public Dictionary<string, string>? Headers { get; init; }
}

/// <summary>The upload that was begun.</summary>
internal sealed record CreateMultipartUploadResponse
{
    public string? UploadId { get; init; }

    public List<MultipartUploadCredentialMessage>? Credentials { get; init; }
}

/// <summary>A part that was put.</summary>
internal sealed record MultipartUploadPartMessage
{
    public long? PartNumber { get; init; }

    public string? Etag { get; init; }

    public string? Url { get; init; }
}

/// <summary>mpu/complete.</summary>
internal sealed record CompleteMultipartUploadRequest
{
    public string? Path { get; init; }

    public string? UploadId { get; init; }

    public List<MultipartUploadPartMessage>? Parts { get; init; }
}

/// <summary>mpu/abort.</summary>
internal sealed record AbortMultipartUploadRequest
{
    public string? Path { get; init; }

    public string? UploadId { get; init; }
}
