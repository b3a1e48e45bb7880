namespace Assay.LoggedModels;

/// <summary>Whether a logged model's files are there. On the wire <c>LOGGED_MODEL_PENDING</c> and so on.</summary>
public enum LoggedModelStatus
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Being uploaded.</summary>
    Pending,

    /// <summary>There.</summary>
    Ready,

    /// <summary>The upload failed.</summary>
    UploadFailed,
}
