using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Artifacts;
using Assay.Mlflow;
using Assay.Server.Access;
using Assay.Server.Mlflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Server.Artifacts;

/// <summary>
/// MLflow's <c>mlflow-artifacts/mpu/…</c>: uploads in parts. Clients send the parts without credentials, to whatever addresses they are told:
/// to S3 itself, or, where artifacts are in a folder, to an address of this server whose upload id is the secret.
/// </summary>
internal sealed class UploadRoutes(string root, IAssayStore store, ServerOptions options)
{
    /// <summary>The parts of the URL before the path: <c>/api/2.0/mlflow-artifacts/mpu/create</c>.</summary>
    private const int PartsBefore = 5;

    private IMultipartUploads Uploads => store.Artifacts.Uploads ?? throw new AssayException(
        ErrorCode.NotImplemented, "Multipart upload is not supported for the current artifact repository");

    public static void Map(IEndpointRouteBuilder endpoints, string root, IAssayStore store, ServerOptions options)
    {
        var routes = new UploadRoutes(root, store, options);
        endpoints.MapMethods($"{root}/mpu/create/{{**path}}", ["POST"], routes.CreateAsync).WithMetadata(Need.Write);
        endpoints.MapMethods($"{root}/mpu/complete/{{**path}}", ["POST"], routes.CompleteAsync).WithMetadata(Need.Write);
        endpoints.MapMethods($"{root}/mpu/abort/{{**path}}", ["POST"], routes.AbortAsync).WithMetadata(Need.Write);
        endpoints.MapMethods($"{root}/mpu/part/{{**path}}", ["PUT"], routes.WritePartAsync).WithMetadata(Need.Nothing);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var request = await MlflowRequest.ReadAsync(context, MlflowJson.Default.CreateMultipartUploadRequest).ConfigureAwait(false);
        var count = Required.Value(request.NumParts, "num_parts");
        if (count is < 1 or > IMultipartUploads.MostParts)
        {
            throw new AssayException(ErrorCode.InvalidParameterValue, $"An upload has from 1 to {IMultipartUploads.MostParts} parts, not {count}");
        }

        var upload = await Uploads.CreateAsync(ProxyRoutes.Everything, TargetOf(context, request.Path), context.RequestAborted).ConfigureAwait(false);
        var parts = new List<MultipartUploadCredentialMessage>();
        for (var number = 1; number <= count; number++)
        {
            var address = await Uploads.PartAddressAsync(upload, number, context.RequestAborted).ConfigureAwait(false);
            parts.Add(new() { Url = address?.AbsoluteUri ?? OwnAddress(context.Request, upload, number), PartNumber = number, Headers = [] });
        }

        await AnswerAsync(
            context, new() { UploadId = upload.UploadId, Credentials = parts }, MlflowJson.Default.CreateMultipartUploadResponse).ConfigureAwait(false);
    }

    private async Task WritePartAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var upload = new MultipartUpload(ProxyRoutes.Everything, RawTarget.After(context.Request, PartsBefore), query["upload_id"].ToString());
        var number = int.TryParse(query["part_number"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        if (await Uploads.PartAddressAsync(upload, Math.Max(1, number), context.RequestAborted).ConfigureAwait(false) is not null)
        {
            // Whoever sends it need not have signed in, and it would be held in memory before anyone looked at the upload's id.
            throw new AssayException(ErrorCode.ResourceDoesNotExist, "Parts of uploads are not written here: each goes to the address that was told for it");
        }

        UploadedPart? part = null;
        await ArtifactBody.ReadAsync(
            context, options, async body => part = await Uploads.WritePartAsync(upload, number, body, context.RequestAborted).ConfigureAwait(false))
                .ConfigureAwait(false);
        context.Response.Headers.ETag = $"\"{part!.ETag}\"";
        await ProxyRoutes.DoneAsync(context).ConfigureAwait(false);
    }

    private async Task CompleteAsync(HttpContext context)
    {
        var request = await MlflowRequest.ReadAsync(context, MlflowJson.Default.CompleteMultipartUploadRequest).ConfigureAwait(false);
        var parts = (request.Parts ?? []).Select(part => new UploadedPart(
            (int)Math.Clamp(Required.Value(part.PartNumber, "part_number"), 0, int.MaxValue), Required.Text(part.Etag, "etag").Trim('"')));
        await Uploads.CompleteAsync(UploadOf(context, request.Path, request.UploadId), [.. parts], context.RequestAborted).ConfigureAwait(false);
        await ProxyRoutes.DoneAsync(context).ConfigureAwait(false);
    }

    private async Task AbortAsync(HttpContext context)
    {
        var request = await MlflowRequest.ReadAsync(context, MlflowJson.Default.AbortMultipartUploadRequest).ConfigureAwait(false);
        await Uploads.AbortAsync(UploadOf(context, request.Path, request.UploadId), context.RequestAborted).ConfigureAwait(false);
        await ProxyRoutes.DoneAsync(context).ConfigureAwait(false);
    }

    private static MultipartUpload UploadOf(HttpContext context, string? file, string? id) =>
        new(ProxyRoutes.Everything, TargetOf(context, file), Required.Text(id, "upload_id"));

    /// <summary>The URL names the folder, and the message the file as it is called on the client's disk: only its name counts.</summary>
    private static string TargetOf(HttpContext context, string? file)
    {
        var name = Required.Text(file, "path");
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var folder = RawTarget.Folder(RawTarget.After(context.Request, PartsBefore));
        return folder.Length == 0 ? name : $"{folder}/{name}";
    }

    private string OwnAddress(HttpRequest request, MultipartUpload upload, int number)
    {
        var path = string.Join('/', upload.Path.Split('/').Select(Uri.EscapeDataString));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Scheme}://{request.Host}{request.PathBase}{root}/mpu/part/{path}?upload_id={Uri.EscapeDataString(upload.UploadId)}&part_number={number}");
    }

    private static Task AnswerAsync<T>(HttpContext context, T answer, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = MlflowRoutes.JsonType;
        return JsonSerializer.SerializeAsync(context.Response.BodyWriter, answer, type, context.RequestAborted);
    }
}
