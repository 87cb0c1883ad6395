using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsMiner.Crawler.Tests.Site;

/// <summary>What sites of the tests answer with.</summary>
internal static class Answers
{
    /// <summary>A page with one article.</summary>
    public static string Article(string title, string? body = null) => $"""
        <!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>
        <meta property="og:title" content="{title}"><meta property="article:published_time" content="2024-05-01T08:00:00Z"></head>
        <body><article><h1>{title}</h1><div class="item-text" itemprop="articleBody">
        <p>{body ?? $"مدیرکل بهزیستی استان یزد درباره {title} گفت: ۱۲۰ خانواده زیر پوشش این طرح هستند و کمک‌ها هر ماه پرداخت می‌شود."}</p>
        <p>وی افزود: تا پایان سال ۳۰ مرکز دیگر در شهرستان‌های استان راه‌اندازی خواهد شد و ۵ میلیارد تومان برای آن کنار گذاشته‌ایم.</p>
        </div></article></body></html>
        """;

    /// <summary>A feed of addresses.</summary>
    public static string Feed(params IEnumerable<string> links) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>خبر</title>{string.Concat(links.Select(link => $"<item><title>خبر {link}</title><link>{link}</link></item>"))}</channel></rss>";

    public static Task Html(this HttpContext http, string html) => http.Send("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    public static Task Xml(this HttpContext http, string xml) => http.Send("application/xml; charset=utf-8", Encoding.UTF8.GetBytes(xml));

    public static Task Text(this HttpContext http, string text) => http.Send("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static async Task Send(this HttpContext http, string type, byte[] bytes)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    public static Task Status(this HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static Task Redirect(this HttpContext http, string target)
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = target;
        return Task.CompletedTask;
    }
}
