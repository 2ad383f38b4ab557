using System.Globalization;
using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Reading;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Journey.Web.Hosting;

/// <summary>How large a file of a return may be, over HTTP and on the command line.</summary>
public static class ImportLimits
{
    /// <summary>Configuration: megabytes a file; 256 when nothing is configured.</summary>
    public const string Setting = "Imports:MaxFileMegabytes";

    private const int Most = 1_000_000;

    private const long Megabyte = 1024 * 1024;

    /// <summary>Reads the limit. A file one byte over it is still received, so that it is refused in words.</summary>
    /// <exception cref="SettingException">The setting is no number of megabytes.</exception>
    public static void AddImportLimits(this WebApplicationBuilder builder)
    {
        var limits = ReadLimits.Default;
        if (builder.Configuration[Setting] is { Length: > 0 } text)
        {
            limits = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is > 0 and <= Most
                ? new ReadLimits(megabytes * Megabyte)
                : throw new SettingException($"{Setting} is '{text}': write a number of megabytes from 1 to {Most}.");
        }

        builder.Services.AddSingleton(limits);
        builder.Services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = limits.MaxBytes + Megabyte);
    }

    /// <summary>Lets an endpoint receive a whole return: each of its files as large as it may be.</summary>
    public static RouteHandlerBuilder TakesReturns(this RouteHandlerBuilder endpoint, IServiceProvider services) =>
        endpoint.WithMetadata(new Taken((services.GetRequiredService<ReadLimits>().MaxBytes + Megabyte) * ReturnFiles.All.Count));

    private sealed record Taken(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
