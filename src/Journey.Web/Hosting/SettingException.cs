namespace Journey.Web.Hosting;

/// <summary>A setting that Journey cannot start with; the sentence says what to set.</summary>
public sealed class SettingException(string sentence) : InvalidOperationException(sentence);
