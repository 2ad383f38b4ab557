using System.Text.Json;
using System.Text.Json.Nodes;
using Journey.Web.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Journey.Web.Features.Recording;

/// <summary>A body that can say whether nothing in it is null that may not be.</summary>
public interface IWholeBody
{
    /// <summary>True when no fact, step or entry of a list is null.</summary>
    bool IsWhole { get; }
}

/// <summary>Reads the bodies of acts strictly.</summary>
internal static class BodyReader
{
    private const long Most = 8 * 1024 * 1024;

    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <summary>The body, read strictly: nothing missing, nothing unknown, nothing said twice.</summary>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpContext context, Type type)
        where T : IWholeBody
    {
        if (context.Request.ContentLength > Most)
        {
            return Problems.BodyTooLarge;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Most;
        }

        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            var node = await JsonNode.ParseAsync(context.Request.Body, documentOptions: Once, cancellationToken: context.RequestAborted);
            return node is not JsonObject members
                ? Problems.BodyUnreadable("Send one JSON object.")
                : type.GetProperty("ExpectedVersion") is not null && members["expectedVersion"] is null
                    ? Problems.VersionMissing
                    : Complete((T)members.Deserialize(type, options)!);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.BodyTooLarge;
        }
        catch (JsonException exception)
        {
            return Problems.BodyUnreadable($"See {exception.Path ?? "the text"}: {Words(exception)}");
        }
        catch (NotSupportedException)
        {
            return Problems.BodyUnreadable("A fact names its kind in 'fact'.");
        }
        catch (InvalidOperationException)
        {
            return Problems.BodyUnreadable("It holds text that is no Unicode.");
        }
    }

    private static Outcome<T> Complete<T>(T body)
        where T : IWholeBody => body.IsWhole
        ? Outcome<T>.Of(body)
        : Problems.BodyUnreadable("A fact, a step or an entry of a list is null.");

    /// <summary>What is wrong, without the value that was sent.</summary>
    private static string Words(JsonException exception) =>
        exception.Message.Contains("missing required", StringComparison.Ordinal)
            ? exception.Message[exception.Message.IndexOf("missing required", StringComparison.Ordinal)..]
            : exception.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "this member is unknown." : "the value does not fit.";
}
